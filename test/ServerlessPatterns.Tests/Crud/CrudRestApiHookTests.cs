using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.DynamoDB;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudRestApiHookTests
{
    public static TheoryData<string, CrudRestApiProps> Breaking => new()
    {
        { "ConfigureTable.PartitionKey", new() { ResourceName = "orders", ConfigureTable = table => table.PartitionKey = table.SortKey! } },
        { "ConfigureTable.PartitionKey", new() { ResourceName = "orders", PartitionKeyType = AttributeType.NUMBER, ConfigureTable = table => table.PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING } } },
        { "ConfigureTable.TimeToLiveAttribute", new() { ResourceName = "orders", ConfigureTable = table => table.TimeToLiveAttribute = "until" } },
        { "ConfigureTable.ReplicationRegions", new() { ResourceName = "orders", ConfigureTable = table => table.ReplicationRegions = ["eu-west-1"] } },
        { "ConfigureApi.DeployOptions", new() { ResourceName = "orders", ConfigureApi = api => api.Deploy = false } },
        { "ConfigureApi.DeployOptions", new() { ResourceName = "orders", ConfigureApi = api => api.DeployOptions = new StageOptions() } },
        { "ConfigureApi.CloudWatchRole", new() { ResourceName = "orders", ConfigureApi = api => api.CloudWatchRole = true } },
        { "ConfigureApi.DefaultCorsPreflightOptions", new() { ResourceName = "orders", ConfigureApi = api => api.DefaultCorsPreflightOptions = new CorsOptions { AllowOrigins = ["*"] } } },
    };

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = Make(new()
        {
            ResourceName = "orders",
            ConfigureFunction = function => function.MemorySize *= 2,
            ConfigureTable = table => table.TableName = "orders",
            ConfigureApi = api => api.RestApiName += "-v2",
            ConfigureStage = stage =>
            {
                stage.ThrottlingRateLimit.ShouldBe(100);
                stage.StageName = "live";
                stage.LoggingLevel = MethodLoggingLevel.OFF;
            },
        });

        ((double?)template.Properties("AWS::Lambda::Function")["MemorySize"]).ShouldBe(2048);
        ((string?)template.Properties("AWS::DynamoDB::Table")["TableName"]).ShouldBe("orders");
        ((string?)template.Properties("AWS::ApiGateway::RestApi")["Name"]).ShouldBe("Test-Orders-v2");
        var stage = template.Properties("AWS::ApiGateway::Stage");
        ((string?)stage["StageName"]).ShouldBe("live");
        ((string?)stage["MethodSettings"]![0]!["LoggingLevel"]).ShouldBe("OFF");
        template.Properties("AWS::Logs::LogGroup", "ExecutionLogs")["LogGroupName"]!["Fn::Join"]![1]![2].ShouldBeJson("\"/live\"");
    }

    [Theory]
    [MemberData(nameof(Breaking), DisableDiscoveryEnumeration = true)]
    public void Hook_ThatBreaksThePattern_IsRefused(string property, CrudRestApiProps props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Make(props));

        thrown.ConstructPath.ShouldBe("Test/Orders");
        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe("SP2111");
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void ConfigureTable_RecoveryOff_IsHeard() =>
        Make(new() { ResourceName = "orders", ConfigureTable = table => table.PointInTimeRecovery = false })
            .Properties("AWS::DynamoDB::Table")["PointInTimeRecoverySpecification"].ShouldBeJson("""{"PointInTimeRecoveryEnabled":false}""");

    [Fact]
    public void ConfigureFunction_WithoutTheTablesName_IsRefused() =>
        Should.Throw<PatternValidationException>(() => Make(new() { ResourceName = "orders", ConfigureFunction = function => function.Environment!.Remove("TABLE_NAME") }))
            .Problems.Single().Code.ShouldBe("SP1013");

    private static Synthesized Make(CrudRestApiProps props) => Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", props));
}
