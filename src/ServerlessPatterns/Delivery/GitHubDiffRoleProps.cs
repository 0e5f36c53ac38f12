namespace ServerlessPatterns;

/// <summary>Props of <see cref="GitHubDiffRole"/>.</summary>
public sealed class GitHubDiffRoleProps : GitHubRoleProps;
