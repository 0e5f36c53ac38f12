using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using ServerlessPatterns.Tests.Crud;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => CrudSnapshot.Verify(stack => new WebSocketBackend(stack, "Chat"));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => CrudSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new WebSocketBackend(stack, "Chat", new()
    {
        Access = WebSocketAccess.LambdaAuthorizer(
            Function.FromFunctionAttributes(stack, "Doorman", new FunctionAttributes { FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:doorman" }),
            ["route.request.header.Sec-WebSocket-Protocol"]),
        Routes =
        [
            new() { RouteKey = "say" },
            new() { RouteKey = "ask", ReturnsResponse = true, Function = Function.FromFunctionArn(stack, "Answers", "arn:aws:lambda:us-east-1:123456789012:function:answers") },
        ],
        RouteSelectionExpression = "$request.body.header.kind",
        MaxMessageSize = Size.Kibibytes(64),
        StageName = "live",
        ThrottlingRateLimit = 50,
        ThrottlingBurstLimit = 25,
        Domain = CrudSnapshot.Domain(stack, "chat"),
        AccessLogRetention = RetentionDays.ONE_YEAR,
        AccountLogging = ApiAccountLogging.Existing,
        FunctionSettings = new()
        {
            MemorySize = 2048,
            Timeout = Duration.Seconds(20),
            Architecture = Architecture.ARM_64,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["STAGE"] = "test" },
            Vpc = new Vpc(stack, "Vpc", new VpcProps
            {
                MaxAzs = 2,
                NatGateways = 0,
                RestrictDefaultSecurityGroup = false,
                SubnetConfiguration = [new SubnetConfiguration { Name = "isolated", SubnetType = SubnetType.PRIVATE_ISOLATED }],
            }),
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED },
            ReservedConcurrentExecutions = 10,
            LogRetention = RetentionDays.ONE_YEAR,
            DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        },
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))], RunbookUrl = new Uri("https://example.com/runbook") },
        ConfigureTable = table => table.DeletionProtection = true,
    });
}
