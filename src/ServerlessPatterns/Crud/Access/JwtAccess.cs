using Constructs;

namespace ServerlessPatterns;

/// <summary>See <see cref="ApiAccess.Jwt"/>.</summary>
internal sealed class JwtAccess(string issuer, IReadOnlyList<string> audiences, IReadOnlyList<string> scopes) : ApiAccess
{
    internal override void Check(Checks checks, string property, ApiKind kind)
    {
        checks.Require(
            kind == ApiKind.Http,
            ErrorCodes.ApiAccessUnsupported,
            property,
            "Jwt",
            "Iam, Cognito, LambdaAuthorizer or Public: REST APIs have no JWT authorizer",
            "Use CrudHttpApi, or check the token in a LambdaAuthorizer.");
        checks.Require(
            Tokens.IsUnresolved(issuer) || (Uri.TryCreate(issuer, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps),
            ErrorCodes.ApiAccessIncomplete,
            property,
            $"the issuer {Checks.Quote(issuer)}",
            "an https address, exactly as it stands in the tokens' iss",
            "Give the address without .well-known/openid-configuration.");
        checks.Require(
            audiences.Count > 0,
            ErrorCodes.ApiAccessIncomplete,
            property,
            "no audience",
            "at least one: without it the tokens of every application of the issuer would do",
            "Give the client id of your application, for instance.");
    }

    internal override ApiAuthorization Define(Construct scope, ApiKind kind, string apiId) =>
        Define(scope, apiId, issuer, [.. audiences], scopes);

    internal static ApiAuthorization Define(Construct scope, string apiId, string issuer, string[] audiences, IReadOnlyList<string> scopes)
    {
        var settings = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ApiId"] = apiId,
            ["Name"] = "jwt",
            ["AuthorizerType"] = "JWT",
            ["IdentitySource"] = new[] { "$request.header.Authorization" },
            ["JwtConfiguration"] = new Dictionary<string, object> { ["Audience"] = audiences, ["Issuer"] = issuer },
        };
        return ApiAuthorization.Define(scope, "JWT", "AWS::ApiGatewayV2::Authorizer", settings) with { Scopes = scopes };
    }
}
