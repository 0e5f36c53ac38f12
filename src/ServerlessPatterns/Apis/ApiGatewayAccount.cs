using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// The role with which API Gateway writes the logs of all REST and WebSocket APIs of an account in a region. A stage with
/// logs cannot be made without it.
/// </summary>
public sealed class ApiGatewayAccount : Construct
{
    private const string Id = "ServerlessPatternsApiGatewayAccount";

    private ApiGatewayAccount(Construct scope)
        : base(scope, Id)
    {
        PinnedFlags.Pin(this);
        Role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("apigateway.amazonaws.com"),
            Description = "API Gateway writes the logs of the REST APIs of this account and region",

            // In the role itself: API Gateway looks at it the moment it gets it, and refuses a role that cannot write.
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["Logs"] = Logs() },
        });
        Account = new CfnResource(this, "Account", new CfnResourceProps
        {
            Type = "AWS::ApiGateway::Account",
            Properties = new Dictionary<string, object> { ["CloudWatchRoleArn"] = Role.RoleArn },
        });

        // Nothing takes the setting back when the resource goes: a role that went with it would leave every REST API
        // of the account without logs, and no new stage with logs could be made.
        foreach (var resource in Node.FindAll().OfType<CfnResource>())
        {
            resource.ApplyRemovalPolicy(RemovalPolicy.RETAIN);
        }
    }

    /// <summary>The role.</summary>
    public Role Role { get; }

    /// <summary>The setting of the account.</summary>
    public CfnResource Account { get; }

    /// <summary>The one of the stack, made when first asked for.</summary>
    internal static ApiGatewayAccount Of(Construct scope)
    {
        var stack = Stack.Of(scope);
        return stack.Node.TryFindChild(Id) as ApiGatewayAccount ?? new ApiGatewayAccount(stack);
    }

    // API Gateway makes and finds the log groups of every API of the account itself.
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    private static PolicyDocument Logs() => new(new PolicyDocumentProps
    {
        Statements =
        [
            new PolicyStatement(new PolicyStatementProps
            {
                Actions =
                [
                    "logs:CreateLogGroup",
                    "logs:CreateLogStream",
                    "logs:DescribeLogGroups",
                    "logs:DescribeLogStreams",
                    "logs:FilterLogEvents",
                    "logs:GetLogEvents",
                    "logs:PutLogEvents",
                ],
                Resources = ["*"],
            }),
        ],
    });
}
