using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        PatternSnapshot.Verify(stack => new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new CrudHttpApi(stack, "Orders", new()
    {
        ResourceName = "orders",
        Operations = CrudOperations.Create | CrudOperations.List | CrudOperations.Update,
        Access = ApiAccess.Jwt("https://login.example.com/", ["shop"], ["orders/write"]),
        PartitionKeyName = "customer",
        SortKeyName = "order",
        TimeToLiveAttribute = "expiresAt",
        TableDeletionProtection = true,
        DefaultPageSize = 10,
        MaxPageSize = 50,
        MaxBodySize = Size.Kibibytes(64),
        ThrottlingRateLimit = 50,
        ThrottlingBurstLimit = 25,
        Cors = new() { AllowOrigins = ["https://shop.example.com"], MaxAge = Duration.Minutes(5) },
        Domain = PatternSnapshot.Domain(stack, null),
        AccessLogRetention = RetentionDays.ONE_YEAR,
        FunctionSettings = PatternSnapshot.FunctionInVpc(stack, Duration.Seconds(20), snapStart: true),
        DynamoDbEndpoint = true,
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
    });
}
