using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Constructs;

namespace ServerlessPatterns;

/// <summary>See <see cref="ApiAccess.Cognito"/>.</summary>
internal sealed class CognitoAccess(IUserPool userPool, IReadOnlyList<string> scopes, IReadOnlyList<IUserPoolClient> clients) : ApiAccess
{
    internal override void Check(Checks checks, string property, ApiKind kind)
    {
        checks.Require(
            kind == ApiKind.Http || clients.Count == 0,
            ErrorCodes.ApiAccessUnsupported,
            property,
            "clients of a user pool",
            "the pool alone: the authorizer of a REST API takes the tokens of all its clients",
            "Leave out the clients, tell them apart by scopes, or use CrudHttpApi.");
        checks.Require(
            kind == ApiKind.Rest || clients.Count > 0,
            ErrorCodes.ApiAccessIncomplete,
            property,
            "a user pool without clients",
            "the clients whose tokens count: an HTTP API compares the audience of each token with them",
            "Pass the clients: ApiAccess.Cognito(userPool, clients: [client]).");
    }

    internal override ApiAuthorization Define(Construct scope, ApiKind kind, string apiId)
    {
        if (kind == ApiKind.Http)
        {
            // https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
            var region = Fn.Select(3, Fn.Split(":", userPool.UserPoolArn));
            var issuer = $"https://cognito-idp.{region}.{Stack.Of(scope).UrlSuffix}/{userPool.UserPoolId}";
            return JwtAccess.Define(scope, apiId, issuer, [.. clients.Select(client => client.UserPoolClientId)], scopes);
        }

        var settings = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["RestApiId"] = apiId,
            ["Name"] = "user-pool",
            ["Type"] = "COGNITO_USER_POOLS",
            ["ProviderARNs"] = new[] { userPool.UserPoolArn },
            ["IdentitySource"] = "method.request.header.Authorization",
        };
        return ApiAuthorization.Define(scope, "COGNITO_USER_POOLS", "AWS::ApiGateway::Authorizer", settings) with { Scopes = scopes };
    }
}
