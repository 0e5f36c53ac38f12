using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendOverrideTests
{
    [Fact]
    public void Routes_Named_LeadToTheFunctionAndAreWhatTheHandlerBroadcasts()
    {
        var template = WebSocketTemplates.Make(new WebSocketBackendProps { Routes = [new() { RouteKey = "say" }, new() { RouteKey = "shout.loud" }] });

        var function = template.All("AWS::Lambda::Function").Keys.Single();
        template.All("AWS::ApiGatewayV2::Route").Count.ShouldBe(5);
        new[] { "say", "shout.loud", "$default" }.ShouldAllBe(key => template.Called(key) == function);
        template.All("AWS::ApiGatewayV2::Integration").Count.ShouldBe(1);
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["BROADCAST_ACTIONS"]).ShouldBe("say,shout.loud");
    }

    [Fact]
    public void Routes_WithResponse_SendWhatTheFunctionReturns()
    {
        var template = WebSocketTemplates.Make(new WebSocketBackendProps { Routes = [new() { RouteKey = "ask", ReturnsResponse = true }] });

        ((string?)template.Route("ask")["RouteResponseSelectionExpression"]).ShouldBe("$default");
        var response = template.Properties("AWS::ApiGatewayV2::RouteResponse");
        ((string?)response["RouteResponseKey"]).ShouldBe("$default");
        response["RouteId"].Target().ShouldContain("ask");
        template.Route("$default")["RouteResponseSelectionExpression"].ShouldBeNull();
    }

    [Fact]
    public void RouteSelectionExpression_Given_IsTheApisAndTheHandlers()
    {
        var template = WebSocketTemplates.Make(new WebSocketBackendProps { RouteSelectionExpression = "$request.body.header.kind" });

        ((string?)template.Properties("AWS::ApiGatewayV2::Api")["RouteSelectionExpression"]).ShouldBe("$request.body.header.kind");
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["ACTION_PATH"]).ShouldBe("header.kind");
    }

    [Fact]
    public void StageName_Given_StandsWhereverTheStageIsNamed()
    {
        var template = WebSocketTemplates.Make(new WebSocketBackendProps { StageName = "live" });

        ((string?)template.Properties("AWS::ApiGatewayV2::Stage")["StageName"]).ShouldBe("live");
        template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["CONNECTIONS_URL"]!.Text().ShouldEndWith("/live");
        template.Properties("AWS::Logs::LogGroup", "ExecutionLogs")["LogGroupName"]!.Text().ShouldEndWith("/live");
        template.All("AWS::Lambda::Permission").Values.ShouldAllBe(permission => permission["Properties"]!["SourceArn"]!.Text().Contains("API/live/$", StringComparison.Ordinal));
        template.Statements("ChatFunction").Last()!["Resource"]!.Text().ShouldEndWith("API/live/POST/@connections/*");
    }

    [Fact]
    public void ThrottlingAndMessageSize_Given_AreUsed()
    {
        var template = WebSocketTemplates.Make(new WebSocketBackendProps { ThrottlingRateLimit = 7, ThrottlingBurstLimit = 3, MaxMessageSize = Size.Kibibytes(128) });

        var settings = template.Properties("AWS::ApiGatewayV2::Stage")["DefaultRouteSettings"]!;
        ((double?)settings["ThrottlingRateLimit"]).ShouldBe(7);
        ((double?)settings["ThrottlingBurstLimit"]).ShouldBe(3);
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["MAX_MESSAGE_BYTES"]).ShouldBe("131072");
    }

    [Fact]
    public void Domain_Given_IsTheOnlyWayInAndTheOneThatTheHandlerSendsThrough()
    {
        var url = string.Empty;
        var template = Synthesized.Stack(stack => url = new WebSocketBackend(stack, "Chat", new() { Domain = PatternSnapshot.Domain(stack, "chat") }).Url);

        url.ShouldBe("wss://api.example.com/chat");
        ((bool?)template.Properties("AWS::ApiGatewayV2::Api")["DisableExecuteApiEndpoint"]).ShouldBe(true);
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["CONNECTIONS_URL"]).ShouldBe("https://api.example.com/chat");
        var mapping = template.Single("AWS::ApiGatewayV2::ApiMapping");
        ((string?)mapping["Properties"]!["Stage"]).ShouldBe("prod");
        mapping["DependsOn"].ShouldBeJson($"""["{template.All("AWS::ApiGatewayV2::Stage").Keys.Single()}"]""");
        template.All("AWS::Route53::RecordSet").Count.ShouldBe(2);
    }

    [Fact]
    public void LogsKeyAndRemovalPolicy_Given_AreThoseOfTableAndLogs()
    {
        var template = WebSocketTemplates.Make(stack => new()
        {
            AccessLogRetention = RetentionDays.ONE_YEAR,
            EncryptionKey = new Key(stack, "Key"),
            RemovalPolicy = RemovalPolicy.DESTROY,
            AccountLogging = ApiAccountLogging.Existing,
        });

        template.All("AWS::Logs::LogGroup").Values.ShouldAllBe(group => group["Properties"]!["KmsKeyId"] != null && (string?)group["DeletionPolicy"] == "Delete");
        ((double?)template.Properties("AWS::Logs::LogGroup", "ExecutionLogs")["RetentionInDays"]).ShouldBe(365);
        ((double?)template.Properties("AWS::Logs::LogGroup", "AccessLogs")["RetentionInDays"]).ShouldBe(365);
        var table = template.Single("AWS::DynamoDB::Table");
        ((string?)table["DeletionPolicy"]).ShouldBe("Delete");
        ((string?)table["Properties"]!["SSESpecification"]!["SSEType"]).ShouldBe("KMS");
        template.All("AWS::ApiGateway::Account").ShouldBeEmpty();
    }

    [Fact]
    public void FunctionSettings_Given_AreUsedAndLongOnesWarnedOf()
    {
        var template = WebSocketTemplates.Make(new WebSocketBackendProps
        {
            FunctionSettings = new() { MemorySize = 512, Timeout = Duration.Seconds(60), Architecture = Architecture.ARM_64 },
        });

        var function = template.Properties("AWS::Lambda::Function");
        ((double?)function["MemorySize"]).ShouldBe(512);
        function["Architectures"].ShouldBeJson("""["arm64"]""");
        template.Annotations.Single().ShouldStartWith("API Gateway waits 29 seconds for an answer");
    }
}
