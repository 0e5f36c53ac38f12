using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack => new WebSocketBackend(stack, "Chat"));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

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
        Domain = PatternSnapshot.Domain(stack, "chat"),
        AccessLogRetention = RetentionDays.ONE_YEAR,
        AccountLogging = ApiAccountLogging.Existing,
        FunctionSettings = PatternSnapshot.FunctionInVpc(stack, Duration.Seconds(20)),
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
        ConfigureTable = table => table.DeletionProtection = true,
    });
}
