namespace ServerlessPatterns.Tests.Delivery;

/// <summary>Props of the roles of one repository, with its numbers or without.</summary>
internal static class Requests
{
    public const long Repository = 456789;
    public const long Owner = 123456;

    public static GitHubDeployRoleProps Deploy(string[]? branches = null, string[]? tags = null, string[]? environments = null, string[]? environmentBranches = null, bool byId = false) => new()
    {
        Repository = "octo-org/octo-repo",
        RepositoryId = byId ? Repository : null,
        RepositoryOwnerId = byId ? Owner : null,
        Branches = branches ?? [],
        Tags = tags ?? [],
        Environments = environments ?? [],
        EnvironmentBranches = environmentBranches ?? [],
    };

    public static GitHubDiffRoleProps Diff(bool byId = false) => new()
    {
        Repository = "octo-org/octo-repo",
        RepositoryId = byId ? Repository : null,
        RepositoryOwnerId = byId ? Owner : null,
    };
}
