using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="GitHubRoleProps"/>, before anything is made and after the hook.</summary>
internal static partial class GitHubRoleChecks
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int MaxTrustPolicy = 2048;

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void ThrowIfInvalid(Construct scope, string id, GitHubDiffRoleProps props)
    {
        var checks = new Checks();
        Add(checks, scope, props);
        checks.ThrowIfAny(nameof(GitHubDiffRole), scope, id);
    }

    public static void Add(Checks checks, Construct scope, GitHubRoleProps props)
    {
        CheckRepository(checks, props);
        CheckProvider(checks, scope, props);
        CheckBootstrap(checks, props);
        CheckSession(checks, nameof(props.MaxSessionDuration), props.MaxSessionDuration);
        CheckRoleName(checks, nameof(props.RoleName), props.RoleName);
    }

    /// <summary>The length that IAM counts, without white space; the quota can be raised.</summary>
    public static void CheckLength(Checks checks, GitHubRoleProps props, IReadOnlyList<GitHubTrust> trusted)
    {
        var issuer = GitHubOidcProvider.Name(props.IssuerUrl);
        var statements = trusted.Select(statement => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Action"] = "sts:AssumeRoleWithWebIdentity",
            ["Condition"] = statement.Conditions(issuer),
            ["Effect"] = "Allow",
            ["Principal"] = new { Federated = $"arn:aws:iam::123456789012:oidc-provider/{issuer}" },
        });
        var length = JsonSerializer.Serialize(new { Statement = statements, Version = "2012-10-17" }, AsItIs).Length;
        checks.Require(
            length <= MaxTrustPolicy,
            ErrorCodes.GitHubTrustTooLong,
            nameof(GitHubDeployRoleProps.Branches),
            $"a trust policy of {length} characters",
            "2048 characters, IAM's quota for the trust policy of a role",
            "Give fewer branches, environments and tags, use patterns, or make a second role.");
    }

    public static void ThrowIfBroken(Construct pattern, string name, IPrincipal trust, RoleProps after)
    {
        const string Hook = nameof(GitHubRoleProps.ConfigureRole);
        var checks = new Checks();
        Refuse(checks, $"{Hook}.{nameof(after.AssumedBy)}", !ReferenceEquals(trust, after.AssumedBy), "the pattern's own: who is trusted is what it is for", "Set Branches, Environments or Tags, or make a role of your own.");
        Refuse(checks, $"{Hook}.{nameof(after.ManagedPolicies)}", after.ManagedPolicies is { Length: > 0 }, "nothing: the role may assume the bootstrap roles", "Grant single permissions to the pattern's Role after it is made.");
        Refuse(checks, $"{Hook}.{nameof(after.InlinePolicies)}", after.InlinePolicies is { Count: > 0 }, "nothing: the role may assume the bootstrap roles", "Grant single permissions to the pattern's Role after it is made.");
        Refuse(checks, $"{Hook}.{nameof(after.ExternalIds)}", after.ExternalIds is { Length: > 0 }, "nothing: a token brings no external id", "Leave it out.");
        CheckSession(checks, $"{Hook}.{nameof(after.MaxSessionDuration)}", after.MaxSessionDuration);
        CheckRoleName(checks, $"{Hook}.{nameof(after.RoleName)}", after.RoleName);
        checks.ThrowIfAny(name, pattern);
    }

    // What is known only at deployment could be a wildcard, so it does not pass here.
    private static void CheckRepository(Checks checks, GitHubRoleProps props)
    {
        checks.Require(
            Repository().IsMatch(props.Repository ?? string.Empty),
            ErrorCodes.GitHubRepository,
            nameof(props.Repository),
            Checks.Quote(props.Repository ?? string.Empty),
            "owner/name of one repository, in letters, digits, '-', '_' and '.', without a wildcard and known at synth",
            "Give \"octo-org/octo-repo\", for instance; make a role for each repository.");
        checks.Require(
            props.RepositoryId.HasValue == props.RepositoryOwnerId.HasValue && props.RepositoryId is not <= 0 && props.RepositoryOwnerId is not <= 0,
            ErrorCodes.GitHubIds,
            nameof(props.RepositoryId),
            $"{props.RepositoryId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"} beside RepositoryOwnerId {props.RepositoryOwnerId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"}",
            "both numbers, above 0, or neither",
            "Read them with gh api repos/OWNER/NAME --jq '.id, .owner.id'.");
        checks.Require(
            props.RepositoryId is null || props.IssuerUrl?.AbsolutePath != "/_services/token",
            ErrorCodes.GitHubIds,
            nameof(props.RepositoryId),
            props.RepositoryId,
            "nothing for GitHub Enterprise Server, whose subjects hold names only",
            "Leave out RepositoryId and RepositoryOwnerId.");
    }

    private static void CheckProvider(Checks checks, Construct scope, GitHubRoleProps props)
    {
        var issuer = props.IssuerUrl;
        var isValid = issuer is { IsAbsoluteUri: true, Scheme: "https", IsDefaultPort: true, Query: "", Fragment: "", UserInfo: "" }
            && IssuerName().IsMatch(GitHubOidcProvider.Name(issuer));
        checks.Require(isValid, ErrorCodes.GitHubIssuer, nameof(props.IssuerUrl), issuer?.OriginalString, "https:// and a host, with a path or without, and nothing else", "Give the iss of the tokens.");
        checks.Require(
            !props.CreateOidcProvider || props.OidcProvider is null,
            ErrorCodes.GitHubOidcProvider,
            nameof(props.CreateOidcProvider),
            "true beside OidcProvider",
            "one of the two",
            "Leave one out: a provider that was given is not made.");
        checks.Require(
            !(props.CreateOidcProvider && isValid && IsMade(scope, issuer!)),
            ErrorCodes.GitHubOidcProvider,
            nameof(props.CreateOidcProvider),
            "true beside a provider that this stack makes already",
            "one provider an account and URL",
            "Set OidcProvider to the OidcProvider of the role that makes it.");
    }

    private static bool IsMade(Construct scope, Uri issuer) => Stack.Of(scope).Node.FindAll().OfType<CfnOIDCProvider>()
        .Any(provider => Uri.TryCreate(provider.Url, UriKind.Absolute, out var url) && GitHubOidcProvider.Name(url) == GitHubOidcProvider.Name(issuer));

    private static void CheckBootstrap(Checks checks, GitHubRoleProps props)
    {
        checks.Require(props.Qualifier is null || Qualifier().IsMatch(props.Qualifier), ErrorCodes.BootstrapQualifier, nameof(props.Qualifier), Checks.Quote(props.Qualifier ?? string.Empty), "1 to 10 letters, digits, hyphens and underscores", "Give what cdk bootstrap was given as --qualifier, or leave it out.");
        var environments = props.BootstrappedEnvironments;
        checks.Require(environments is null or { Count: >= 1 and <= BootstrapRoles.MaxEnvironments }, ErrorCodes.BootstrapEnvironment, nameof(props.BootstrappedEnvironments), environments?.Count, $"1 to {BootstrapRoles.MaxEnvironments} environments", "Leave it out for the stack's own, or make a second role.");
        for (var index = 0; index < (environments?.Count ?? 0); index++)
        {
            var (account, region) = (environments![index].Account, environments[index].Region);
            var property = $"{nameof(props.BootstrappedEnvironments)}[{index}]";
            checks.Require(account is null || Tokens.IsUnresolved(account) || Account().IsMatch(account), ErrorCodes.BootstrapEnvironment, $"{property}.Account", Checks.Quote(account ?? string.Empty), "12 digits", "Give the number of one account.");
            checks.Require(region is null || Tokens.IsUnresolved(region) || Region().IsMatch(region), ErrorCodes.BootstrapEnvironment, $"{property}.Region", Checks.Quote(region ?? string.Empty), "the code of one region", "Give \"eu-central-1\", for instance.");
        }
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    private static void CheckSession(Checks checks, string property, Duration? duration) =>
        checks.Seconds(ErrorCodes.GitHubSession, property, duration, 3600, 43_200, "Give 1 to 12 hours.");

    private static void CheckRoleName(Checks checks, string property, string? name) => checks.Require(
        name is null || Tokens.IsUnresolved(name) || RoleName().IsMatch(name), ErrorCodes.GitHubRoleName, property, Checks.Quote(name ?? string.Empty), "1 to 64 letters, digits and +=,.@_-", "Shorten it, or leave it out.");

    private static void Refuse(Checks checks, string property, bool isBroken, string allowed, string fix) =>
        checks.Require(!isBroken, ErrorCodes.GitHubRoleHookBroke, property, "another value", allowed, fix);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}/(?!\.{1,2}\z)[A-Za-z0-9._-]{1,100}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Repository();

    [GeneratedRegex(@"^[a-z0-9.-]+(/[A-Za-z0-9._-]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IssuerName();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,10}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"^[0-9]{12}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Account();

    [GeneratedRegex(@"^[a-z]{2,}(-[a-z]+)+-[0-9]+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Region();

    [GeneratedRegex(@"^[A-Za-z0-9+=,.@_-]{1,64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RoleName();
}
