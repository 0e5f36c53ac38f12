namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiHookTests
{
    public static TheoryData<string, CrudHttpApiProps> Breaking => new()
    {
        { "ConfigureTable.PartitionKey", new() { ResourceName = "orders", ConfigureTable = table => table.SortKey = table.PartitionKey } },
        { "ConfigureApi.CreateDefaultStage", new() { ResourceName = "orders", ConfigureApi = api => api.CreateDefaultStage = true } },
        { "ConfigureStage.AutoDeploy", new() { ResourceName = "orders", ConfigureStage = stage => stage.AutoDeploy = false } },
    };

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = Make(new()
        {
            ResourceName = "orders",
            ConfigureApi = api => api.ApiName += "-v2",
            ConfigureStage = stage =>
            {
                stage.StageName.ShouldBe("$default");
                stage.StageName = "live";
            },
        });

        ((string?)template.Properties("AWS::ApiGatewayV2::Api")["Name"]).ShouldBe("Test-Orders-v2");
        ((string?)template.Properties("AWS::ApiGatewayV2::Stage")["StageName"]).ShouldBe("live");
    }

    [Theory]
    [MemberData(nameof(Breaking), DisableDiscoveryEnumeration = true)]
    public void Hook_ThatBreaksThePattern_IsRefused(string property, CrudHttpApiProps props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Make(props));

        thrown.ConstructPath.ShouldBe("Test/Orders");
        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe("SP2111");
        problem.Property.ShouldBe(property);
    }

    private static Synthesized Make(CrudHttpApiProps props) => Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", props));
}
