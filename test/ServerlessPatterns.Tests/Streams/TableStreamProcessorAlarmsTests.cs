using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.SNS;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorAlarmsTests
{
    private static readonly Synthesized Defaults = Make(new() { FunctionSettings = StreamCode.Settings });

    [Theory]
    [InlineData("FunctionErrors", "AWS/Lambda Errors FunctionName=OrdersFunction Sum/300 + AWS/Lambda Invocations FunctionName=OrdersFunction Sum/300 > 1 x1")]
    [InlineData("FunctionThrottles", "AWS/Lambda Throttles FunctionName=OrdersFunction Sum/60 > 0 x5")]
    [InlineData("FunctionDuration", "AWS/Lambda Duration FunctionName=OrdersFunction p99/300 >= 48000 x3")]
    [InlineData("IteratorAge", "AWS/Lambda IteratorAge FunctionName=OrdersFunction Maximum/60 > 3600000 x1")]
    [InlineData("FailedRecords", "AWS/Lambda OnFailureDestinationDeliveredEventCount EventSourceMappingUUID=OrdersEventSource Sum/60 > 0 x1")]
    [InlineData("DroppedRecords", "AWS/Lambda DroppedEventCount EventSourceMappingUUID=OrdersEventSource Sum/60 > 0 x1")]
    [InlineData("TableThrottles", "AWS/DynamoDB ReadThrottleEvents TableName=OrdersTable Sum/60 + AWS/DynamoDB WriteThrottleEvents TableName=OrdersTable Sum/60 > 0 x5")]
    [InlineData("TableSystemErrors", "AWS/DynamoDB SystemErrors Operation=GetRecords,TableName=OrdersTable Sum/60 > 0 x5")]
    public void Alarm_ByDefault_WatchesOneResourceByItsDimensions(string id, string expected) =>
        StreamAlarmCases.Describe(Defaults, id).ShouldBe(expected);

    [Fact]
    public void Alarm_OfAnImportedTable_HasItsName() =>
        StreamAlarmCases.Describe(
            Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
            {
                Table = Table.FromTableAttributes(stack, "Given", new TableAttributes
                {
                    TableName = "orders",
                    TableStreamArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000",
                }),
                FunctionSettings = StreamCode.Settings,
            })),
            "TableThrottles").ShouldContain(" TableName=orders ");

    [Fact]
    public void Alarms_OfTheProcessor_AreAllExposed() => Synthesized.Stack(stack =>
        new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings })
            .Alarms.Count.ShouldBe(Defaults.All("AWS::CloudWatch::Alarm").Count));

    [Fact]
    public void Mapping_ByDefault_PublishesTheMetricsOfItsAlarms() =>
        Defaults.Properties("AWS::Lambda::EventSourceMapping")["MetricsConfig"].ShouldBeJson("""{"Metrics":["EventCount"]}""");

    [Fact]
    public void Monitoring_None_MakesNoAlarm() =>
        Make(new() { FunctionSettings = StreamCode.Settings, Monitoring = MonitoringOptions.None }).All("AWS::CloudWatch::Alarm").ShouldBeEmpty();

    [Fact]
    public void Monitoring_Actions_ReachEveryAlarm()
    {
        var template = Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
        {
            FunctionSettings = StreamCode.Settings,
            Monitoring = new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))] },
        }));

        foreach (var alarm in template.All("AWS::CloudWatch::Alarm").Values)
        {
            alarm["Properties"]!["AlarmActions"]!.AsArray().Single().Target().ShouldStartWith("OnCall");
        }
    }

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

    private static Synthesized Make(TableStreamProcessorProps props) =>
        Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", props));
}
