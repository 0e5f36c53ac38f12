using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() =>
        CrudSnapshot.Verify(stack => new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => CrudSnapshot.Verify(EverythingSet);

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
        Domain = CrudSnapshot.Domain(stack, null),
        AccessLogRetention = RetentionDays.ONE_YEAR,
        FunctionSettings = CrudSnapshot.Settings(stack),
        DynamoDbEndpoint = true,
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))], RunbookUrl = new Uri("https://example.com/runbook") },
    });
}
