using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Who may do what with the connections and the table of a <see cref="WebSocketBackend"/>.</summary>
internal sealed class WebSocketPermissions(Construct scope, string apiId, string stageName)
{
    /// <summary>DynamoDB's own names of the handler's calls, for the alarms; a transaction needs the permission of its writes.</summary>
    public static string[] Calls { get; } = ["DeleteItem", "GetItem", "Query", "TransactWriteItems", "UpdateItem"];

    private static string[] TableActions { get; } =
        ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"];

    /// <summary>Gives the function of the pattern what it needs.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isDefaultHandler">Whether its code is known, which sends and does no more.</param>
    public void Grant(WebSocketBackend pattern, bool isDefaultHandler)
    {
        pattern.Function.Allow(TableActions, pattern.Table.TableArn);
        if (pattern.Table.EncryptionKey is { } key)
        {
            pattern.Function.Allow(KeyStatements.TableActions, key.KeyArn);
        }

        pattern.Function.Allow(["execute-api:ManageConnections"], isDefaultHandler ? [Connections("POST")] : AllConnections);
    }

    public Grant GrantManageConnections(IGrantable grantee) => Grant(grantee, "execute-api:ManageConnections", AllConnections);

    public Grant GrantConnect(IGrantable grantee) => Grant(grantee, "execute-api:Invoke", RouteArn(WebSocketRouteKeys.Connect));

    /// <summary>A route, as it stands in the permissions of functions and of clients.</summary>
    public string RouteArn(string routeKey) => ApiInvocation.Arn(scope, apiId, $"{stageName}/{routeKey}");

    // Send, look at, close. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
    private string[] AllConnections => [Connections("POST"), Connections("GET"), Connections("DELETE")];

    private string Connections(string method) => ApiInvocation.Arn(scope, apiId, $"{stageName}/{method}/@connections/*");

    private Grant Grant(IGrantable grantee, string action, params string[] resources) =>
        Amazon.CDK.AWS.IAM.Grant.AddToPrincipal(new GrantOnPrincipalOptions
        {
            Grantee = grantee,
            Actions = [action],
            ResourceArns = resources,
            Scope = scope,
        });
}
