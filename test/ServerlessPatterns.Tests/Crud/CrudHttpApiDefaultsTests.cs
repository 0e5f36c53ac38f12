using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiDefaultsTests
{
    private static readonly Synthesized Defaults =
        Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }));

    [Fact]
    public void Backend_ByDefault_IsThatOfTheRestApi()
    {
        var rest = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new() { ResourceName = "orders" }));

        foreach (var type in new[] { "AWS::DynamoDB::Table", "AWS::Lambda::Function", "AWS::IAM::Role", "AWS::IAM::Policy" })
        {
            foreach (var (id, resource) in Defaults.All(type))
            {
                resource.ShouldBeJson(rest.Resources[id]!.ToJsonString());
            }
        }
    }

    [Fact]
    public void Routes_ByDefault_AreTheSixOperations() => HttpRouteKeys.Of(Defaults).ShouldBe(
        ["DELETE /orders/{id}", "GET /orders", "GET /orders/{id}", "PATCH /orders/{id}", "POST /orders", "PUT /orders/{id}"]);

    [Fact]
    public void Integration_ByDefault_HasPayloadFormat2()
    {
        var integration = Defaults.Properties("AWS::ApiGatewayV2::Integration");

        ((string?)integration["IntegrationType"]).ShouldBe("AWS_PROXY");
        ((string?)integration["PayloadFormatVersion"]).ShouldBe("2.0");
        integration["IntegrationUri"].Target().ShouldBe(Defaults.All("AWS::Lambda::Function").Keys.Single());
    }

    [Fact]
    public void Stage_ByDefault_LogsAndHasLimits()
    {
        var stage = Defaults.Properties("AWS::ApiGatewayV2::Stage");

        ((string?)stage["StageName"]).ShouldBe("$default");
        ((bool?)stage["AutoDeploy"]).ShouldBe(true);
        stage["DefaultRouteSettings"].ShouldBeJson(
            """{"DetailedMetricsEnabled":true,"ThrottlingBurstLimit":200,"ThrottlingRateLimit":100}""");
        JsonNode.Parse((string)stage["AccessLogSettings"]!["Format"]!)!["routeKey"].ShouldBeJson("\"$context.routeKey\"");
        stage["AccessLogSettings"]!["DestinationArn"]!["Fn::Join"]![1]!.AsArray()[^1].Target().ShouldStartWith("OrdersAccessLogs");
    }

    [Fact]
    public void AccessLogs_ByDefault_NeedNoRoomInTheAccountsPolicyAndNoRole()
    {
        var name = Defaults.Properties("AWS::Logs::LogGroup", "AccessLogs")["LogGroupName"]!["Fn::Join"]![1]!;

        ((string?)name[0])!.ShouldStartWith("/aws/vendedlogs/http-apis/TestOrders");
        name[1].ShouldBeJson("""{"Fn::Select":[2,{"Fn::Split":["/",{"Ref":"AWS::StackId"}]}]}""");
        Defaults.All("AWS::ApiGateway::Account").ShouldBeEmpty();
        Defaults.All("AWS::Logs::LogGroup").Values.ShouldAllBe(group => (double?)group["Properties"]!["RetentionInDays"] == 30);
    }

    [Fact]
    public void Api_ByDefault_AnswersNoOtherOrigin()
    {
        var api = Defaults.Properties("AWS::ApiGatewayV2::Api");

        ((string?)api["Name"]).ShouldBe("Test-Orders");
        ((string?)api["ProtocolType"]).ShouldBe("HTTP");
        ((bool?)api["DisableExecuteApiEndpoint"]).ShouldBe(false);
        api["CorsConfiguration"].ShouldBeNull();
    }

    [Fact]
    public void Annotations_ByDefault_AreNone() => Defaults.Annotations.ShouldBeEmpty();
}
