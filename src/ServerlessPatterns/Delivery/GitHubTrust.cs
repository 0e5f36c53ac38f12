using System.Globalization;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns;

/// <summary>
/// One statement of a trust policy: the values of the token's claims, of each of which one must match.
/// https://docs.github.com/en/actions/reference/security/oidc
/// </summary>
internal sealed record GitHubTrust(IReadOnlyDictionary<string, IReadOnlyList<string>> Claims)
{
    public static IReadOnlyList<GitHubTrust> OfDeployments(GitHubDeployRoleProps props)
    {
        string[] refs = [.. props.Branches.Select(Branch), .. props.Tags.Select(tag => $"refs/tags/{tag}")];

        // A colon would end the part of the subject that it stands in.
        var environments = props.Environments.Select(name => $"environment:{name.Replace(":", "%3A", StringComparison.Ordinal)}");
        return props.EnvironmentBranches.Count == 0
            ? [.. Of(props, [.. refs.Select(Ref), .. environments])]
            : [.. Of(props, [.. refs.Select(Ref)]), .. Of(props, [.. environments], [.. props.EnvironmentBranches.Select(Branch)])];
    }

    public static IReadOnlyList<GitHubTrust> OfPullRequests(GitHubRoleProps props) => [.. Of(props, ["pull_request"])];

    /// <summary>The conditions as IAM has them.</summary>
    public Dictionary<string, object> Conditions(string issuer)
    {
        var (exact, patterns) = (new Dictionary<string, object>(StringComparer.Ordinal), new Dictionary<string, object>(StringComparer.Ordinal));
        foreach (var (claim, values) in Claims.Append(KeyValuePair.Create<string, IReadOnlyList<string>>("aud", [GitHubOidcProvider.Audience])))
        {
            // Both compare upper and lower case. Only StringLike takes a * for anything.
            var operation = values.Any(value => value.Contains('*', StringComparison.Ordinal)) ? patterns : exact;
            operation[$"{issuer}:{claim}"] = values.Count == 1 ? values[0] : values.ToArray();
        }

        var conditions = new Dictionary<string, object>(StringComparer.Ordinal) { ["StringEquals"] = exact };
        if (patterns.Count > 0)
        {
            conditions["StringLike"] = patterns;
        }

        return conditions;
    }

    public IPrincipal Principal(IOpenIdConnectProvider provider, string issuer) =>
        new WebIdentityPrincipal(provider.OpenIdConnectProviderArn, Conditions(issuer));

    private static string Branch(string name) => $"refs/heads/{name}";

    private static string Ref(string name) => $"ref:{name}";

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<GitHubTrust> Of(GitHubRoleProps props, IReadOnlyList<string> contexts, IReadOnlyList<string>? refs = null)
    {
        if (contexts.Count == 0)
        {
            yield break;
        }

        if (props is { RepositoryId: { } id, RepositoryOwnerId: { } owner })
        {
            var names = props.Repository.Split('/');
            yield return Of($"repo:{names[0]}@{Number(owner)}/{names[1]}@{Number(id)}", contexts, refs);

            // The names can come to belong to another repository; its number cannot.
            yield return Of($"repo:{props.Repository}", contexts, refs, Number(id));
        }
        else
        {
            yield return Of($"repo:{props.Repository}", contexts, refs);
        }
    }

    private static GitHubTrust Of(string prefix, IReadOnlyList<string> contexts, IReadOnlyList<string>? refs, string? repositoryId = null)
    {
        var claims = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["sub"] = [.. contexts.Select(context => $"{prefix}:{context}").Distinct(StringComparer.Ordinal)],
        };
        if (refs is not null)
        {
            claims["ref"] = refs;
        }

        if (repositoryId is not null)
        {
            claims["repository_id"] = [repositoryId];
        }

        return new(claims);
    }
}
