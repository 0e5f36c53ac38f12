using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.DynamoDB;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendHookTests
{
    public static TheoryData<string, WebSocketBackendProps> Breaking => new()
    {
        { "ConfigureTable.PartitionKey", new() { ConfigureTable = table => table.SortKey = table.PartitionKey } },
        { "ConfigureTable.PartitionKey", new() { ConfigureTable = table => table.SortKey = null } },
        { "ConfigureTable.TimeToLiveAttribute", new() { ConfigureTable = table => table.TimeToLiveAttribute = "ttl" } },
        { "ConfigureTable.ReplicationRegions", new() { ConfigureTable = table => table.ReplicationRegions = ["eu-west-1"] } },
        { "ConfigureApi.RouteSelectionExpression", new() { ConfigureApi = api => api.RouteSelectionExpression = "$request.body.kind" } },
        { "ConfigureApi.DefaultRouteOptions", new() { ConfigureApi = api => api.DefaultRouteOptions = new WebSocketRouteOptions() } },
        { "ConfigureStage.AutoDeploy", new() { ConfigureStage = stage => stage.AutoDeploy = false } },
        { "ConfigureStage.StageName", new() { ConfigureStage = stage => stage.StageName = "live" } },
        { "ConfigureStage.DomainMapping", new() { ConfigureStage = stage => stage.DomainMapping = new DomainMappingOptions() } },
    };

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = WebSocketTemplates.Make(new WebSocketBackendProps
        {
            ConfigureApi = api => api.ApiName += "-v2",
            ConfigureStage = stage =>
            {
                stage.AutoDeploy.ShouldBe(true);
                stage.Description = "the one";
            },
            ConfigureTable = table =>
            {
                table.BillingMode.ShouldBe(BillingMode.PAY_PER_REQUEST);
                table.DeletionProtection = true;
            },
            ConfigureFunction = function =>
            {
                function.MemorySize.ShouldBe(1024);
                function.Description = "chat";
            },
        });

        ((string?)template.Properties("AWS::ApiGatewayV2::Api")["Name"]).ShouldBe("Test-Chat-v2");
        ((string?)template.Properties("AWS::ApiGatewayV2::Stage")["Description"]).ShouldBe("the one");
        ((bool?)template.Properties("AWS::DynamoDB::Table")["DeletionProtectionEnabled"]).ShouldBe(true);
        ((string?)template.Properties("AWS::Lambda::Function")["Description"]).ShouldBe("chat");
    }

    [Theory]
    [MemberData(nameof(Breaking), DisableDiscoveryEnumeration = true)]
    public void Hook_ThatBreaksThePattern_IsRefused(string property, WebSocketBackendProps props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => WebSocketTemplates.Make(props));

        thrown.ConstructPath.ShouldBe("Test/Chat");
        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe("SP2610");
        problem.Property.ShouldBe(property);
    }
}
