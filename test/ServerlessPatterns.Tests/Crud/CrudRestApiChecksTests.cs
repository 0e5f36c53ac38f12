using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudRestApiChecksTests
{
    public static TheoryData<string, string, Func<Stack, CrudRestApiProps>> Wrong => new()
    {
        { "SP2101", "ResourceName", _ => new() { ResourceName = "orders/all" } },
        { "SP2101", "ResourceName", _ => new() { ResourceName = string.Empty } },
        { "SP2102", "Operations", _ => new() { ResourceName = "orders", Operations = CrudOperations.None } },
        { "SP2102", "Operations", _ => new() { ResourceName = "orders", Operations = (CrudOperations)64 } },
        { "SP2103", "PartitionKeyName", _ => new() { ResourceName = "orders", PartitionKeyName = "_sp_id" } },
        { "SP2103", "SortKeyName", _ => new() { ResourceName = "orders", SortKeyName = string.Empty } },
        { "SP2103", "SortKeyName", _ => new() { ResourceName = "orders", SortKeyName = "id" } },
        { "SP2104", "PartitionKeyType", _ => new() { ResourceName = "orders", PartitionKeyType = AttributeType.BINARY } },
        { "SP2105", "TimeToLiveAttribute", _ => new() { ResourceName = "orders", TimeToLiveAttribute = "id" } },
        { "SP2106", "MaxPageSize", _ => new() { ResourceName = "orders", MaxPageSize = 1001 } },
        { "SP2106", "DefaultPageSize", _ => new() { ResourceName = "orders", DefaultPageSize = 101 } },
        { "SP2107", "MaxBodySize", _ => new() { ResourceName = "orders", MaxBodySize = Size.Mebibytes(7) } },
        { "SP2108", "ConfigureTable", stack => new() { ResourceName = "orders", Table = Given(stack), ConfigureTable = _ => { } } },
        { "SP2108", "TableDeletionProtection", stack => new() { ResourceName = "orders", Table = Given(stack), TableDeletionProtection = true } },
        { "SP2109", "ItemSchema", _ => new() { ResourceName = "orders", ItemSchema = "{" } },
        { "SP2109", "ItemSchema", _ => new() { ResourceName = "orders", ItemSchema = "[]" } },
        { "SP2109", "ItemSchema", _ => new() { ResourceName = "orders", ItemSchema = """{"$schema":"https://json-schema.org/draft/2020-12/schema"}""" } },
        { "SP2110", "DynamoDbEndpoint", _ => new() { ResourceName = "orders", DynamoDbEndpoint = true } },
        { "SP2112", "ThrottlingRateLimit", _ => new() { ResourceName = "orders", ThrottlingRateLimit = 10_001 } },
        { "SP2112", "ThrottlingBurstLimit", _ => new() { ResourceName = "orders", ThrottlingBurstLimit = 0 } },
        { "SP2113", "Cors.AllowOrigins", _ => new() { ResourceName = "orders", Cors = new() { AllowOrigins = [] } } },
        { "SP2113", "Cors.AllowOrigins", _ => new() { ResourceName = "orders", Cors = new() { AllowOrigins = ["https://a.example.com/"] } } },
        { "SP2113", "Cors.AllowOrigins", _ => new() { ResourceName = "orders", Cors = new() { AllowOrigins = ["*", "https://a.example.com"] } } },
        { "SP2113", "Cors.AllowCredentials", _ => new() { ResourceName = "orders", Cors = new() { AllowOrigins = ["*"], AllowCredentials = true } } },
        { "SP2113", "Cors", _ => new() { ResourceName = "orders", Cors = new() { AllowOrigins = ["*"], AllowHeaders = ["a b"] } } },
        { "SP2113", "Cors.MaxAge", _ => new() { ResourceName = "orders", Cors = new() { AllowOrigins = ["*"], MaxAge = Duration.Days(2) } } },
        { "SP2114", "Domain.DomainName", stack => new() { ResourceName = "orders", Domain = Domain(stack, "https://api.example.com") } },
        { "SP2114", "Domain.BasePath", stack => new() { ResourceName = "orders", Domain = Domain(stack, "api.example.com", "/v1") } },
        { "SP2114", "Domain.HostedZone", stack => new() { ResourceName = "orders", Domain = new() { DomainName = "a.example.com", Certificate = Domain(stack, "a").Certificate, HostedZone = null! } } },
        { "SP2115", "Access", _ => new() { ResourceName = "orders", Access = ApiAccess.Jwt("https://login.example.com", ["shop"]) } },
        { "SP2115", "Access", stack => new() { ResourceName = "orders", Access = PoolWithClient(stack) } },
        { "SP2116", "Access.resultsCacheTtl", stack => new() { ResourceName = "orders", Access = ApiAccess.LambdaAuthorizer(Function.FromFunctionName(stack, "Doorman", "doorman"), Duration.Hours(2)) } },
        { "SP2117", "UsagePlan.QuotaLimit", _ => new() { ResourceName = "orders", UsagePlan = new() { QuotaLimit = 0 } } },
        { "SP2117", "UsagePlan.RateLimit", _ => new() { ResourceName = "orders", UsagePlan = new() { QuotaLimit = 1, RateLimit = 0 } } },
        { "SP2118", "UsagePlan", _ => new() { ResourceName = "orders", Access = ApiAccess.Public(), UsagePlan = new() { QuotaLimit = 1 } } },
        { "SP2119", "Waf.RateLimit", _ => new() { ResourceName = "orders", Waf = new() { RateLimit = 9 } } },
        { "SP2120", "AccountLogging", _ => new() { ResourceName = "orders", AccountLogging = (ApiAccountLogging)9 } },
        { "SP1001", "FunctionSettings.MemorySize", _ => new() { ResourceName = "orders", FunctionSettings = new() { MemorySize = 64 } } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, Func<Stack, CrudRestApiProps> props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", props(stack))));

        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
        thrown.ConstructPath.ShouldBe("Test/Orders");
    }

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new CrudRestApi(stack, "Orders", new()
            {
                ResourceName = "/orders",
                MaxPageSize = 0,
                Access = ApiAccess.Jwt("https://login.example.com", ["shop"]),
                ItemSchema = "3",
            });
        }));

        thrown.Message.ShouldBe(
            """
            CrudRestApi 'Test/Orders' has 5 problems (docs/errors.md explains each code):
              SP2101 ResourceName: "/orders" was given; allowed: 1 to 64 letters, digits, hyphens, dots and underscores, beginning with a letter or digit: one segment of a path. Give a name such as orders, without slashes.
              SP2106 MaxPageSize: 0 was given; allowed: 1 to 1000 items. Clients follow the cursor for more.
              SP2106 DefaultPageSize: 25 was given; allowed: 1 to 1 items. It is no more than MaxPageSize.
              SP2115 Access: Jwt was given; allowed: Iam, Cognito, LambdaAuthorizer or Public: REST APIs have no JWT authorizer. Use CrudHttpApi, or check the token in a LambdaAuthorizer.
              SP2109 ItemSchema: a JSON number was given; allowed: a JSON schema of draft 4, which is a JSON object. API Gateway knows no newer draft: leave out $schema, and what came after it.
            """,
            StringCompareShould.IgnoreLineEndings);
        made!.Node.FindAll().Length.ShouldBe(2, "the stack and the empty pattern");
    }

    [Fact]
    public void Access_WithoutWhatItNeeds_IsRefusedAtOnce()
    {
        Should.Throw<ArgumentNullException>(() => ApiAccess.Cognito(null!));
        Should.Throw<ArgumentNullException>(() => ApiAccess.Jwt(null!, []));
        Should.Throw<ArgumentNullException>(() => ApiAccess.Jwt("https://login.example.com", null!));
        Should.Throw<ArgumentNullException>(() => ApiAccess.LambdaAuthorizer(null!));
    }

    private static ITable Given(Stack stack) => Table.FromTableName(stack, "Given", "given");

    private static ApiAccess PoolWithClient(Stack stack)
    {
        var pool = new UserPool(stack, "Pool");
        return ApiAccess.Cognito(pool, clients: [pool.AddClient("Client")]);
    }

    private static ApiDomain Domain(Stack stack, string name, string? basePath = null)
    {
        var domain = PatternSnapshot.Domain(stack, null);
        return new() { DomainName = name, Certificate = domain.Certificate, HostedZone = domain.HostedZone, BasePath = basePath };
    }
}
