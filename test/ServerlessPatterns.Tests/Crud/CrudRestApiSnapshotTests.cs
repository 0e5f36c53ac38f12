using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudRestApiSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        PatternSnapshot.Verify(stack => new CrudRestApi(stack, "Orders", new() { ResourceName = "orders" }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new CrudRestApi(stack, "Orders", new()
    {
        ResourceName = "orders",
        Operations = CrudOperations.All & ~CrudOperations.Delete,
        Access = ApiAccess.Cognito(new UserPool(stack, "Pool"), ["orders/write"]),
        PartitionKeyName = "customer",
        PartitionKeyType = AttributeType.NUMBER,
        SortKeyName = "order",
        TimeToLiveAttribute = "expiresAt",
        TableDeletionProtection = true,
        DefaultPageSize = 10,
        MaxPageSize = 50,
        MaxBodySize = Size.Kibibytes(64),
        ThrottlingRateLimit = 50,
        ThrottlingBurstLimit = 25,
        Cors = new() { AllowOrigins = ["https://shop.example.com", "https://admin.example.com"], AllowCredentials = true },
        Domain = PatternSnapshot.Domain(stack, "v1"),
        AccessLogRetention = RetentionDays.ONE_YEAR,
        FunctionSettings = PatternSnapshot.FunctionInVpc(stack, Duration.Seconds(20), snapStart: true),
        DynamoDbEndpoint = true,
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
        ItemSchema = """{"type":"object","properties":{"quantity":{"type":"integer","minimum":1}}}""",
        UsagePlan = new() { QuotaLimit = 1000, QuotaPeriod = Period.WEEK, RateLimit = 5, BurstLimit = 10 },
        Waf = new() { RateLimit = 500 },
        AccountLogging = ApiAccountLogging.Existing,
    });
}
