using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendDefaultsTests
{
    private static readonly Synthesized Defaults = WebSocketTemplates.Make();

    [Fact]
    public void Api_ByDefault_SelectsRoutesByAction() => Defaults.Properties("AWS::ApiGatewayV2::Api").ShouldBeJson(
        """{"DisableExecuteApiEndpoint":false,"Name":"Test-Chat","ProtocolType":"WEBSOCKET","RouteSelectionExpression":"$request.body.action"}""");

    [Fact]
    public void Routes_ByDefault_AreTheThreeOfEveryApiAndOnlyConnectAsksWhoItIs()
    {
        var routes = Defaults.All("AWS::ApiGatewayV2::Route").Values
            .ToDictionary(route => (string)route["Properties"]!["RouteKey"]!, route => (string?)route["Properties"]!["AuthorizationType"]);

        routes.ShouldBe(new Dictionary<string, string?> { ["$connect"] = "AWS_IAM", ["$disconnect"] = "NONE", ["$default"] = "NONE" }, ignoreOrder: true);
        routes.Keys.ShouldAllBe(key => Defaults.Called(key) == Defaults.All("AWS::Lambda::Function").Keys.Single());
        Defaults.All("AWS::ApiGatewayV2::Authorizer").ShouldBeEmpty();
        Defaults.All("AWS::ApiGatewayV2::RouteResponse").ShouldBeEmpty();
    }

    [Fact]
    public void Integration_ByDefault_IsOneProxyOfTheFunction()
    {
        var integration = Defaults.Properties("AWS::ApiGatewayV2::Integration");

        ((string?)integration["IntegrationType"]).ShouldBe("AWS_PROXY");
        integration["IntegrationUri"]!.Text().ShouldStartWith("arn:partition:apigateway:region:lambda:path/2015-03-31/functions/ChatFunction");
    }

    [Fact]
    public void Stage_ByDefault_DeploysItselfLogsAndHasLimits()
    {
        var (id, resource) = Defaults.All("AWS::ApiGatewayV2::Stage").Single();
        var stage = resource["Properties"]!;

        id.ShouldStartWith("ChatStage");
        ((string?)stage["StageName"]).ShouldBe("prod");
        ((bool?)stage["AutoDeploy"]).ShouldBe(true);
        stage["DefaultRouteSettings"].ShouldBeJson(
            """{"DataTraceEnabled":false,"DetailedMetricsEnabled":true,"LoggingLevel":"ERROR","ThrottlingBurstLimit":200,"ThrottlingRateLimit":100}""");
        stage["AccessLogSettings"]!["DestinationArn"]!.Text().ShouldStartWith("arn:partition:logs:region:accountid:log-group:ChatAccessLogs");
    }

    [Fact]
    public void Stage_ByDefault_WaitsForRoutesLogsAndTheAccountsRole()
    {
        var waits = Defaults.Single("AWS::ApiGatewayV2::Stage")["DependsOn"]!.AsArray().Select(id => (string)id!).ToList();

        waits.ShouldBe(
            Defaults.All("AWS::ApiGatewayV2::Route").Keys
                .Concat(Defaults.All("AWS::Lambda::Permission").Keys)
                .Append(Defaults.All("AWS::ApiGateway::Account").Keys.Single())
                .Append(Defaults.All("AWS::Logs::LogGroup").Keys.Single(key => key.Contains("ExecutionLogs", StringComparison.Ordinal))),
            ignoreOrder: true);
    }

    [Fact]
    public void AccessLog_ByDefault_IsJsonWithoutMessagesAndCredentials()
    {
        var format = JsonNode.Parse((string)Defaults.Properties("AWS::ApiGatewayV2::Stage")["AccessLogSettings"]!["Format"]!)!.AsObject();

        format.Select(pair => pair.Key).ShouldBe(
            ["requestId", "requestTime", "eventType", "routeKey", "connectionId", "messageId", "status", "integrationLatency", "integrationStatus",
             "sourceIp", "userAgent", "caller", "authorizerPrincipalId", "authorizerError", "errorResponseType"]);
        ((string?)format["authorizerPrincipalId"]).ShouldBe("$context.authorizer.principalId");
    }

    [Fact]
    public void LogGroups_ByDefault_HaveAnEndAndTheNameThatApiGatewayGivesThem()
    {
        var groups = Defaults.All("AWS::Logs::LogGroup");

        groups.Count.ShouldBe(3);
        groups.Values.ShouldAllBe(group => (double?)group["Properties"]!["RetentionInDays"] == 30);
        Defaults.Properties("AWS::Logs::LogGroup", "ExecutionLogs")["LogGroupName"]!.Text().ShouldBe("/aws/apigateway/API/prod");
        Defaults.Properties("AWS::Logs::LogGroup", "AccessLogs")["LogGroupName"].ShouldBeNull();
    }

    [Fact]
    public void Table_ByDefault_IsOnDemandRecoverableAndForgets()
    {
        var table = Defaults.Single("AWS::DynamoDB::Table");

        table["Properties"].ShouldBeJson(
            """
            {"AttributeDefinitions":[{"AttributeName":"room","AttributeType":"S"},{"AttributeName":"connectionId","AttributeType":"S"}],
             "BillingMode":"PAY_PER_REQUEST",
             "KeySchema":[{"AttributeName":"room","KeyType":"HASH"},{"AttributeName":"connectionId","KeyType":"RANGE"}],
             "PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true},
             "SSESpecification":{"SSEEnabled":false},
             "TimeToLiveSpecification":{"AttributeName":"expiresAt","Enabled":true}}
            """);
        ((string?)table["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
    }

    [Fact]
    public void Function_ByDefault_RunsTheHandlerThatShips()
    {
        var function = Defaults.Properties("AWS::Lambda::Function");

        ((string?)function["Runtime"]).ShouldBe("nodejs24.x");
        ((string?)function["Handler"]).ShouldBe("index.handler");
        ((double?)function["MemorySize"]).ShouldBe(1024);
        ((double?)function["Timeout"]).ShouldBe(25);
        function["Architectures"].ShouldBeJson("""["x86_64"]""");
        function["TracingConfig"].ShouldBeJson("""{"Mode":"Active"}""");
        function["DeadLetterConfig"].ShouldBeNull("it is called synchronously");
        Defaults.All("AWS::SQS::Queue").ShouldBeEmpty();
        Defaults.All("AWS::Lambda::EventInvokeConfig").ShouldBeEmpty();
    }

    [Fact]
    public void Environment_ByDefault_TellsTheHandlerWhereItIs()
    {
        var variables = Defaults.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!.AsObject();

        variables.Select(pair => pair.Key).ShouldBe(["TABLE_NAME", "CONNECTIONS_URL", "ACTION_PATH", "BROADCAST_ACTIONS", "MAX_MESSAGE_BYTES"], ignoreOrder: true);
        variables["TABLE_NAME"].Target().ShouldBe(Defaults.All("AWS::DynamoDB::Table").Keys.Single());
        variables["CONNECTIONS_URL"]!.Text().ShouldBe("https://API.execute-api.region.urlsuffix/prod");
        ((string?)variables["ACTION_PATH"]).ShouldBe("action");
        ((string?)variables["BROADCAST_ACTIONS"]).ShouldBe("send");
        ((string?)variables["MAX_MESSAGE_BYTES"]).ShouldBe("32768");
    }

    [Fact]
    public void Properties_ByDefault_AreWhatWasMade() => Synthesized.Stack(stack =>
    {
        var chat = new WebSocketBackend(stack, "Chat");
        chat.Routes.Keys.ShouldBe(["$connect", "$disconnect", "$default"]);
        chat.Table.ShouldBe(chat.TableResource);
        chat.Authorizer.ShouldBeNull();
        chat.Domain.ShouldBeNull();
        chat.Account.ShouldNotBeNull();
        chat.Url.ShouldStartWith("wss://");
        chat.ConnectionsUrl.ShouldBe(chat.Environment[WebSocketEnvironment.ConnectionsUrl]);
        Resolved(chat.Url).ShouldBe(Resolved(chat.Stage.Url));
        Resolved(chat.ConnectionsUrl).ShouldBe(Resolved(chat.Stage.CallbackUrl));

        string Resolved(string text) => JsonSerializer.Serialize(stack.Resolve(text));
    });

    [Fact]
    public void Annotations_ByDefault_AreNone() => Defaults.Annotations.ShouldBeEmpty();
}
