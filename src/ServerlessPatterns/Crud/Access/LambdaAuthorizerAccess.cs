using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>See <see cref="ApiAccess.LambdaAuthorizer"/>.</summary>
internal sealed class LambdaAuthorizerAccess(IFunction function, Duration? resultsCacheTtl) : ApiAccess
{
    internal override void Check(Checks checks, string property, ApiKind kind) =>
        checks.Seconds(
            ErrorCodes.ApiAccessIncomplete,
            $"{property}.resultsCacheTtl",
            resultsCacheTtl,
            0,
            3600,
            "API Gateway keeps an authorizer's answer for an hour at most.");

    internal override ApiAuthorization Define(Construct scope, ApiKind kind, string apiId)
    {
        var authorization = kind == ApiKind.Rest
            ? ApiAuthorization.Define(scope, "CUSTOM", "AWS::ApiGateway::Authorizer", RestSettings(scope, apiId))
            : ApiAuthorization.Define(scope, "CUSTOM", "AWS::ApiGatewayV2::Authorizer", HttpSettings(scope, apiId));

        // In the stack of the API, wherever the function is: it would otherwise depend on the API, and the API on it.
        var arn = ApiInvocation.Arn(scope, apiId, $"authorizers/{authorization.Authorizer!.Ref}");
        ApiInvocation.Allow(scope, "AuthorizerPermission", function, arn);
        return authorization;
    }

    private double Seconds => resultsCacheTtl?.ToSeconds() ?? 0;

    private Dictionary<string, object> RestSettings(Construct scope, string apiId) => new(StringComparer.Ordinal)
    {
        ["RestApiId"] = apiId,
        ["Name"] = "function",
        ["Type"] = "REQUEST",
        ["AuthorizerUri"] = ApiInvocation.Uri(scope, function),
        ["AuthorizerResultTtlInSeconds"] = Seconds,
        ["IdentitySource"] = "method.request.header.Authorization",
    };

    private Dictionary<string, object> HttpSettings(Construct scope, string apiId) => new(StringComparer.Ordinal)
    {
        ["ApiId"] = apiId,
        ["Name"] = "function",
        ["AuthorizerType"] = "REQUEST",
        ["AuthorizerUri"] = ApiInvocation.Uri(scope, function),
        ["AuthorizerPayloadFormatVersion"] = "1.0",
        ["AuthorizerResultTtlInSeconds"] = Seconds,
        ["EnableSimpleResponses"] = false,
        ["IdentitySource"] = new[] { "$request.header.Authorization" },
    };
}
