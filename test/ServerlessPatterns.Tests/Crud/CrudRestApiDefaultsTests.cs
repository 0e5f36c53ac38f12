using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudRestApiDefaultsTests
{
    private static readonly Synthesized Defaults =
        Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new() { ResourceName = "orders" }));

    [Fact]
    public void Table_ByDefault_IsOnDemandRecoverableAndKept()
    {
        var table = Defaults.Single("AWS::DynamoDB::Table");

        ((string?)table["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        table["Properties"].ShouldBeJson(
            """
            {
              "AttributeDefinitions": [{"AttributeName":"id","AttributeType":"S"}],
              "BillingMode": "PAY_PER_REQUEST",
              "DeletionProtectionEnabled": false,
              "KeySchema": [{"AttributeName":"id","KeyType":"HASH"}],
              "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true},
              "SSESpecification": {"SSEEnabled": false}
            }
            """);
    }

    [Fact]
    public void Function_ByDefault_RunsTheShippedHandler()
    {
        var function = Defaults.Properties("AWS::Lambda::Function");

        ((string?)function["Runtime"]).ShouldBe("dotnet10");
        ((string?)function["Handler"]).ShouldBe(CrudEnvironment.Handler);
        ((double?)function["MemorySize"]).ShouldBe(1024);
        ((double?)function["Timeout"]).ShouldBe(25);
        function["TracingConfig"].ShouldBeJson("""{"Mode":"Active"}""");
        function["DeadLetterConfig"].ShouldBeNull();
        Defaults.All("AWS::Lambda::EventInvokeConfig").ShouldBeEmpty("it is called synchronously");
        Defaults.All("AWS::SQS::Queue").ShouldBeEmpty();
    }

    [Fact]
    public void Environment_ByDefault_TellsTheHandlerEverything()
    {
        var variables = Defaults.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!.AsObject();

        variables["TABLE_NAME"].Target().ShouldBe(Defaults.All("AWS::DynamoDB::Table").Keys.Single());
        variables["CURSOR_KEY"].ShouldBeJson("""{"Fn::Select":[2,{"Fn::Split":["/",{"Ref":"AWS::StackId"}]}]}""");
        var plain = variables.Where(pair => pair.Value is JsonValue).ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        plain.ShouldBe(
            new Dictionary<string, string>
            {
                ["RESOURCE_NAME"] = "orders",
                ["PARTITION_KEY"] = "id",
                ["PARTITION_KEY_TYPE"] = "S",
                ["OPERATIONS"] = "create,read,list,replace,update,delete",
                ["DEFAULT_PAGE_SIZE"] = "25",
                ["MAX_PAGE_SIZE"] = "100",
                ["MAX_BODY_BYTES"] = "1048576",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void Api_ByDefault_IsRegionalAndNamedAfterItsPath()
    {
        var api = Defaults.Properties("AWS::ApiGateway::RestApi");

        ((string?)api["Name"]).ShouldBe("Test-Orders");
        api["EndpointConfiguration"].ShouldBeJson("""{"Types":["REGIONAL"]}""");
        ((bool?)api["DisableExecuteApiEndpoint"]).ShouldBe(false);
    }

    [Fact]
    public void Methods_ByDefault_AreTheSixOperations() => RestRoutes.Of(Defaults).ShouldBe(
        ["DELETE /orders/{id}", "GET /orders", "GET /orders/{id}", "PATCH /orders/{id}", "POST /orders", "PUT /orders/{id}"]);

    [Fact]
    public void Stage_ByDefault_TracesLogsErrorsAndHasLimits()
    {
        var stage = Defaults.Properties("AWS::ApiGateway::Stage");

        ((string?)stage["StageName"]).ShouldBe("prod");
        ((bool?)stage["TracingEnabled"]).ShouldBe(true);
        stage["MethodSettings"].ShouldBeJson(
            """
            [{"DataTraceEnabled":false,"HttpMethod":"*","LoggingLevel":"ERROR","MetricsEnabled":true,"ResourcePath":"/*",
              "ThrottlingBurstLimit":200,"ThrottlingRateLimit":100}]
            """);
        var format = JsonNode.Parse((string)stage["AccessLogSetting"]!["Format"]!)!.AsObject();
        format["requestId"].ShouldBeJson("\"$context.requestId\"");
        format.Select(pair => pair.Key).ShouldNotContain(name => name.Contains("body", StringComparison.OrdinalIgnoreCase));
        stage["AccessLogSetting"]!["DestinationArn"]!["Fn::Join"]![1]!.AsArray()[^1].Target().ShouldStartWith("OrdersAccessLogs");
    }

    [Fact]
    public void Logs_ByDefault_AreKeptFor30DaysThoseOfApiGatewayToo()
    {
        Defaults.All("AWS::Logs::LogGroup").Count.ShouldBe(3);
        Defaults.All("AWS::Logs::LogGroup").Values.ShouldAllBe(group => (double?)group["Properties"]!["RetentionInDays"] == 30);

        var (id, execution) = Defaults.All("AWS::Logs::LogGroup").Single(pair => pair.Key.Contains("ExecutionLogs", StringComparison.Ordinal));
        execution["Properties"]!["LogGroupName"]!["Fn::Join"]![1]!.AsArray()[0].ShouldBeJson("\"API-Gateway-Execution-Logs_\"");
        execution["Properties"]!["LogGroupName"]!["Fn::Join"]![1]!.AsArray()[2].ShouldBeJson("\"/prod\"");
        Defaults.Single("AWS::ApiGateway::Stage")["DependsOn"]!.AsArray().Select(other => (string?)other).ShouldContain(id);
    }

    [Fact]
    public void GatewayResponses_ByDefault_AreProblems()
    {
        foreach (var (id, response) in Defaults.All("AWS::ApiGateway::GatewayResponse"))
        {
            var properties = response["Properties"]!;
            properties["ResponseParameters"]!["gatewayresponse.header.Content-Type"].ShouldBeJson("\"'application/problem+json'\"");
            var text = ((string)properties["ResponseTemplates"]!["application/json"]!).Replace("$context.error.messageString", "\"quoted\"", StringComparison.Ordinal);
            var problem = JsonNode.Parse(text)!;
            ((string?)problem["type"]).ShouldBe("about:blank", id);
            ((string?)problem["requestId"]).ShouldBe("$context.requestId", id);
            problem["detail"].ShouldNotBeNull(id);
            ((string?)properties["StatusCode"]).ShouldBe(problem["status"]?.ToString(), id);
        }

        Types().ShouldBe(["BAD_REQUEST_BODY", "DEFAULT_4XX", "DEFAULT_5XX", "MISSING_AUTHENTICATION_TOKEN", "REQUEST_TOO_LARGE", "THROTTLED"]);
    }

    [Fact]
    public void Optional_ByDefault_IsNotMade()
    {
        string[] types =
        [
            "AWS::ApiGateway::ApiKey", "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::Model", "AWS::ApiGateway::RequestValidator",
            "AWS::ApiGateway::UsagePlan", "AWS::ApiGatewayV2::DomainName", "AWS::EC2::VPCEndpoint", "AWS::Route53::RecordSet", "AWS::WAFv2::WebACL",
        ];
        types.ShouldAllBe(type => Defaults.All(type).Count == 0);
        Defaults.Template["Outputs"].ShouldBeNull();
    }

    [Fact]
    public void Annotations_ByDefault_AreNone() => Defaults.Annotations.ShouldBeEmpty();

    private static IEnumerable<string> Types() => Defaults.All("AWS::ApiGateway::GatewayResponse").Values
        .Select(response => (string)response["Properties"]!["ResponseType"]!).Order(StringComparer.Ordinal);
}
