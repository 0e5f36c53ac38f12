namespace ServerlessPatterns;

/// <summary>
/// Props of <see cref="GitHubDeployRole"/>. At least one branch, environment or tag is trusted; what a pull request runs
/// is trusted as little as what another repository runs.
/// </summary>
public sealed class GitHubDeployRoleProps : GitHubRoleProps
{
    /// <summary>
    /// The branches whose jobs may deploy, without <c>refs/heads/</c>. A <c>*</c> stands for any characters, slashes
    /// included; it cannot be the first character. A job that names an environment is not trusted for its branch.
    /// </summary>
    /// <value>The default value is none.</value>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>The tags whose jobs may deploy, without <c>refs/tags/</c>, with <c>*</c> as for <see cref="Branches"/>.</summary>
    /// <value>The default value is none.</value>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// The environments whose jobs may deploy, in full: a job that names an environment that is not there makes it,
    /// without any protection, so a pattern would let every branch in.
    /// </summary>
    /// <value>The default value is none.</value>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>
    /// The branches from which jobs of <see cref="Environments"/> may deploy, with <c>*</c> as for <see cref="Branches"/>.
    /// IAM reads them from the token's <c>ref</c>, which AWS knows of github.com's issuer in its commercial regions.
    /// </summary>
    /// <value>The default value is none: the protection rules of the environment on GitHub decide alone.</value>
    public IReadOnlyList<string> EnvironmentBranches { get; init; } = [];
}
