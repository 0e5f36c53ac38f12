using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.DynamoDB;
using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorAlarmsTests : StreamAlarmsCases
{
    private static readonly Synthesized Template =
        Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings }));

    private protected override int AlarmCount => 8;

    private protected override Synthesized Defaults => Template;

    [Theory]
    [MemberData(nameof(AlarmTexts.OfAFunction), "OrdersFunction", 48000, MemberType = typeof(AlarmTexts))]
    [MemberData(nameof(OfTheRecords), "OrdersFunction", "OrdersEventSource")]
    [MemberData(nameof(AlarmTexts.OfATable), "OrdersTable", new[] { "GetRecords" }, MemberType = typeof(AlarmTexts))]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) => Template.Alarm(id).ShouldBe(expected);

    [Fact]
    public void Alarm_OfAnImportedTable_HasItsName() => Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
    {
        Table = Table.FromTableAttributes(stack, "Given", new TableAttributes
        {
            TableName = "orders",
            TableStreamArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000",
        }),
        FunctionSettings = StreamCode.Settings,
    })).Alarm("TableThrottles").ShouldContain(" TableName=orders ");

    [Fact]
    public void Metrics_OfTheProcessor_HaveTheirOwnDimensions() => Synthesized.Stack(stack =>
    {
        var orders = new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings });
        orders.MetricIteratorAge().MetricName.ShouldBe("IteratorAge");
        orders.MetricIteratorAge().Dimensions!.Keys.ShouldBe(["FunctionName"]);
        orders.MetricFailedRecords().MetricName.ShouldBe("OnFailureDestinationDeliveredEventCount");
        orders.MetricDroppedRecords().MetricName.ShouldBe("DroppedEventCount");
        orders.MetricFailedRecords().Dimensions!.Keys.ShouldBe(["EventSourceMappingUUID"]);
    });

    private protected override IReadOnlyList<Alarm> MakeAlarms(Stack stack, MonitoringOptions monitoring) =>
        new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings, Monitoring = monitoring }).Alarms;
}
