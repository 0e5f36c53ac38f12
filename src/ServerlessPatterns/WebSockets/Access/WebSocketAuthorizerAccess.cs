using System.Text.RegularExpressions;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>See <see cref="WebSocketAccess.LambdaAuthorizer"/>.</summary>
internal sealed partial class WebSocketAuthorizerAccess(IFunction function, IReadOnlyList<string> identitySources) : WebSocketAccess
{
    internal override void Check(Checks checks, string property)
    {
        var at = $"{property}.identitySources";
        checks.Require(
            identitySources.Count > 0,
            ErrorCodes.WebSocketIdentitySource,
            at,
            "no identity source",
            "at least one: what has none would call the function for every stranger",
            "Name what carries the token, such as route.request.querystring.token.");
        foreach (var source in identitySources.Where(source => !Tokens.IsUnresolved(source)))
        {
            checks.Require(
                Source().IsMatch(source),
                ErrorCodes.WebSocketIdentitySource,
                at,
                Checks.Quote(source),
                "route.request.header.NAME, route.request.querystring.NAME, stageVariables.NAME or context.NAME",
                "WebSocket APIs write route.request, where HTTP APIs write $request and REST APIs method.request.");
        }
    }

    internal override ApiAuthorization Define(Construct scope, string apiId)
    {
        var authorization = ApiAuthorization.Define(scope, "CUSTOM", "AWS::ApiGatewayV2::Authorizer", new(StringComparer.Ordinal)
        {
            ["ApiId"] = apiId,
            ["Name"] = "function",
            ["AuthorizerType"] = "REQUEST",
            ["AuthorizerUri"] = ApiInvocation.Uri(scope, function),
            ["IdentitySource"] = identitySources.ToArray(),
        });

        // In the stack of the API, wherever the function is: it would otherwise depend on the API, and the API on it.
        var arn = ApiInvocation.Arn(scope, apiId, $"authorizers/{authorization.Authorizer!.Ref}");
        ApiInvocation.Allow(scope, "AuthorizerPermission", function, arn);
        return authorization;
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html
    [GeneratedRegex(@"^(route\.request\.(header|querystring)|stageVariables|context)\.[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();
}
