using Amazon.CDK;

namespace ServerlessPatterns.Tests.Crud;

/// <summary>What a deployment holds may not change without a new one: clients would go on with the old API.</summary>
public sealed class CrudRestApiDeploymentTests
{
    public static TheoryData<string, CrudRestApiProps> Changes => new()
    {
        { "a route less", new() { ResourceName = "orders", Operations = CrudOperations.Read } },
        { "another resource", new() { ResourceName = "lines" } },
        { "nested routes", new() { ResourceName = "orders", SortKeyName = "line" } },
        { "another access", new() { ResourceName = "orders", Access = ApiAccess.Public() } },
        { "validation", new() { ResourceName = "orders", ItemSchema = """{"type":"object"}""" } },
        { "another schema", new() { ResourceName = "orders", ItemSchema = """{"type":"object","required":["a"]}""" } },
        { "a key for each call", new() { ResourceName = "orders", UsagePlan = new() { QuotaLimit = 1 } } },
        { "another origin", new() { ResourceName = "orders", Cors = new() { AllowOrigins = ["https://a.example.com"] } } },
        { "an alias", new() { ResourceName = "orders", FunctionSettings = new() { SnapStart = true } } },
        { "no default endpoint", new() { ResourceName = "orders", ConfigureApi = api => api.DisableExecuteApiEndpoint = true } },
    };

    [Fact]
    public void Deployment_OfEachChange_IsAnother()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal) { [Deployment(new CrudRestApiProps { ResourceName = "orders" })] = "the defaults" };
        foreach (var row in Changes)
        {
            var id = Deployment(row.Data.Item2);
            seen.ShouldNotContainKey(id, row.Data.Item1);
            seen[id] = row.Data.Item1;
        }
    }

    [Fact]
    public void Deployment_WhenNothingOfItChanges_Stays() => Deployment(new CrudRestApiProps
    {
        ResourceName = "orders",
        ThrottlingRateLimit = 7,
        MaxPageSize = 50,
        FunctionSettings = new() { MemorySize = 2048 },
        Waf = new(),
    }).ShouldBe(Deployment(new CrudRestApiProps { ResourceName = "orders" }));

    [Fact]
    public void Deployment_LambdaAuthorizerInsteadOfAnother_IsAnother() =>
        Deployment(stack => Authorizer(stack, "One")).ShouldNotBe(Deployment(stack => Authorizer(stack, "Two")));

    private static CrudRestApiProps Authorizer(Stack stack, string id) => new()
    {
        ResourceName = "orders",
        Access = ApiAccess.LambdaAuthorizer(Amazon.CDK.AWS.Lambda.Function.FromFunctionName(stack, id, id)),
    };

    private static string Deployment(CrudRestApiProps props) => Deployment(_ => props);

    private static string Deployment(Func<Stack, CrudRestApiProps> props) =>
        Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", props(stack))).All("AWS::ApiGateway::Deployment").Keys.Single();
}
