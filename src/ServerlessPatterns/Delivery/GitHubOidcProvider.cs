using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The account's identity provider for GitHub's tokens: the one that is there, a given one, or a new one.</summary>
internal static class GitHubOidcProvider
{
    public const string DefaultIssuer = "https://token.actions.githubusercontent.com";

    /// <summary>What <c>aws-actions/configure-aws-credentials</c> asks a token for, wherever it deploys to.</summary>
    public const string Audience = "sts.amazonaws.com";

    /// <summary>The issuer as ARNs and condition keys have it.</summary>
    public static string Name(Uri issuer) => $"{issuer.Host}{issuer.AbsolutePath}".TrimEnd('/');

    public static IOpenIdConnectProvider Resolve(Construct pattern, GitHubRoleProps props)
    {
        if (props.OidcProvider is { } given)
        {
            return given;
        }

        var arn = props.CreateOidcProvider
            ? Define(pattern, props.IssuerUrl).AttrArn
            : $"arn:{Aws.PARTITION}:iam::{Stack.Of(pattern).Account}:oidc-provider/{Name(props.IssuerUrl)}";
        return OpenIdConnectProvider.FromOpenIdConnectProviderArn(pattern, "OidcProvider", arn);
    }

    // The CDK's own OpenIdConnectProvider is a custom resource. A thumbprint is not needed: IAM trusts the issuer's
    // certificate by its authority. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
    private static CfnOIDCProvider Define(Construct pattern, Uri issuer)
    {
        var provider = new CfnOIDCProvider(pattern, "OidcProviderResource", new CfnOIDCProviderProps
        {
            Url = $"https://{Name(issuer)}",
            ClientIdList = [Audience],
        });
        provider.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        return provider;
    }
}
