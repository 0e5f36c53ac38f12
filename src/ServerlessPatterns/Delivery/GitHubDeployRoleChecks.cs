using System.Text.RegularExpressions;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="GitHubDeployRoleProps"/>: nothing may be trusted that was not meant.</summary>
internal static partial class GitHubDeployRoleChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, GitHubDeployRoleProps props)
    {
        var checks = new Checks();
        GitHubRoleChecks.Add(checks, scope, props);
        checks.Require(
            props.Branches.Count + props.Environments.Count + props.Tags.Count > 0,
            ErrorCodes.GitHubNothingTrusted,
            nameof(props.Branches),
            "nothing, nor in Environments and Tags",
            "one branch, environment or tag at least",
            "Give Branches = [\"main\"], or better Environments = [\"production\"] with protection rules.");
        CheckRefs(checks, nameof(props.Branches), props.Branches);
        CheckRefs(checks, nameof(props.Tags), props.Tags);
        CheckRefs(checks, nameof(props.EnvironmentBranches), props.EnvironmentBranches);
        CheckEnvironments(checks, props);
        if (checks.Count == 0)
        {
            GitHubRoleChecks.CheckLength(checks, props, GitHubTrust.OfDeployments(props));
        }

        checks.ThrowIfAny(nameof(GitHubDeployRole), scope, id);
    }

    private static void CheckRefs(Checks checks, string property, IReadOnlyList<string> names)
    {
        for (var index = 0; index < names.Count; index++)
        {
            var name = names[index] ?? string.Empty;
            checks.Require(
                IsRef(name),
                ErrorCodes.GitHubRefPattern,
                $"{property}[{index}]",
                Checks.Quote(name),
                "a name as git has it, without refs/heads/ or refs/tags/, in which * stands for any characters but is not the first one",
                "Give \"main\", \"release/*\" or \"v*\", for instance; whoever may push such a branch or tag may deploy.");
        }
    }

    private static void CheckEnvironments(Checks checks, GitHubDeployRoleProps props)
    {
        for (var index = 0; index < props.Environments.Count; index++)
        {
            var name = props.Environments[index] ?? string.Empty;
            checks.Require(
                Environment().IsMatch(name),
                ErrorCodes.GitHubEnvironment,
                $"{nameof(props.Environments)}[{index}]",
                Checks.Quote(name),
                "the whole name of one environment, 1 to 255 printable ASCII characters without * ? $ \" and \\",
                "Name each environment: a job can make one of any name, without protection rules.");
        }

        checks.Require(
            props.EnvironmentBranches.Count == 0 || props.Environments.Count > 0,
            ErrorCodes.GitHubEnvironmentBranches,
            nameof(props.EnvironmentBranches),
            $"{props.EnvironmentBranches.Count} without Environments",
            "branches of the jobs of environments",
            $"Set {nameof(props.Environments)} too, or give them as {nameof(props.Branches)}.");
    }

    // https://git-scm.com/docs/git-check-ref-format, and no $, which begins a policy variable in IAM.
    private static bool IsRef(string name) =>
        RefCharacters().IsMatch(name)
        && !name.StartsWith("refs/", StringComparison.Ordinal)
        && !name.EndsWith('.')
        && !name.Contains("..", StringComparison.Ordinal)
        && !name.Contains("@{", StringComparison.Ordinal)
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?![*-])[!-~-[$:?\[\\^~""]]{1,244}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RefCharacters();

    [GeneratedRegex(@"^(?! )[ -~-[*?$""\\]]{1,255}(?<! )\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Environment();
}
