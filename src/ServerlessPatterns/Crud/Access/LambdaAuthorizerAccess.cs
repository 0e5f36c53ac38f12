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
        var authorizer = new CfnResource(scope, "Authorizer", new CfnResourceProps
        {
            Type = kind == ApiKind.Rest ? "AWS::ApiGateway::Authorizer" : "AWS::ApiGatewayV2::Authorizer",
            Properties = kind == ApiKind.Rest ? RestProperties(scope, apiId) : HttpProperties(scope, apiId),
        });

        // In the stack of the API, wherever the function is: it would otherwise depend on the API, and the API on it.
        ApiInvocation.Allow(scope, "AuthorizerPermission", function, ApiInvocation.Arn(scope, apiId, $"authorizers/{authorizer.Ref}"));
        return new ApiAuthorization("CUSTOM", authorizer);
    }

    private double Seconds => resultsCacheTtl?.ToSeconds() ?? 0;

    private Dictionary<string, object> RestProperties(Construct scope, string apiId) => new(StringComparer.Ordinal)
    {
        ["RestApiId"] = apiId,
        ["Name"] = "function",
        ["Type"] = "REQUEST",
        ["AuthorizerUri"] = ApiInvocation.Uri(scope, function),
        ["AuthorizerResultTtlInSeconds"] = Seconds,
        ["IdentitySource"] = "method.request.header.Authorization",
    };

    private Dictionary<string, object> HttpProperties(Construct scope, string apiId) => new(StringComparer.Ordinal)
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
