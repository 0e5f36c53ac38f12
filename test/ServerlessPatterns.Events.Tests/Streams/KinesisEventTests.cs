using System.Text;
using System.Text.Json;
using static ServerlessPatterns.Events.Tests.EventDocument;

namespace ServerlessPatterns.Events.Tests;

/// <summary>The events of Kinesis streams as AWS documents them, with fields that are not known here.</summary>
public sealed class KinesisEventTests
{
    [Fact]
    public void KinesisEvent_OfAStream_IsRead()
    {
        var record = Read(EventsJson.Default.KinesisEvent, """
            {"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1","sequenceNumber":"49590338271490256608559692538361571095921575989136588898",
             "data":"eyJuIjoxfQ==","approximateArrivalTimestamp":1545084650.987,"encryptionType":"KMS"},"eventSource":"aws:kinesis","eventVersion":"1.0",
             "eventID":"shardId-000000000006:49590338271490256608559692538361571095921575989136588898","eventName":"aws:kinesis:record",
             "invokeIdentityArn":"arn:aws:iam::123456789012:role/lambda-role","awsRegion":"us-east-2",
             "eventSourceARN":"arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream"}]}
            """).Records.ShouldHaveSingleItem();

        record.Kinesis.SequenceNumber.ShouldBe("49590338271490256608559692538361571095921575989136588898");
        record.Kinesis.PartitionKey.ShouldBe("1");
        Encoding.UTF8.GetString(record.Kinesis.Data.Span).ShouldBe("{\"n\":1}");
        record.Kinesis.ApproximateArrivalTimestamp.ShouldBe(new DateTimeOffset(2018, 12, 17, 22, 10, 50, 987, TimeSpan.Zero));
        record.Kinesis.KinesisSchemaVersion.ShouldBe("1.0");
        record.Kinesis.EncryptionType.ShouldBe("KMS");
        record.EventId.ShouldBe("shardId-000000000006:49590338271490256608559692538361571095921575989136588898");
        record.ShardId.ShouldBe("shardId-000000000006");
        record.EventName.ShouldBe("aws:kinesis:record");
        record.EventVersion.ShouldBe("1.0");
        record.EventSource.ShouldBe("aws:kinesis");
        record.InvokeIdentityArn.ShouldBe("arn:aws:iam::123456789012:role/lambda-role");
        record.AwsRegion.ShouldBe("us-east-2");
        record.EventSourceArn.ShouldBe("arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream");
    }

    [Theory]
    [InlineData("1545084650", 0)]
    [InlineData("1545084650.1", 1_000_000)]
    [InlineData("1.545084650987E9", 9_870_000)]
    [InlineData("1545084650.0000001", 1)]
    public void ArrivalTimestamp_InEveryForm_IsExact(string text, int ticks) =>
        Read(EventsJson.Default.KinesisData, $$"""{"sequenceNumber":"1","data":"","approximateArrivalTimestamp":{{text}}}""")
            .ApproximateArrivalTimestamp.ShouldBe(new DateTimeOffset(2018, 12, 17, 22, 10, 50, TimeSpan.Zero).AddTicks(ticks));

    [Theory]
    [InlineData("\"1545084650\"")]
    [InlineData("null")]
    [InlineData("1e30")]
    [InlineData("1e25")]
    public void ArrivalTimestamp_NoTime_Throws(string text) => Should.Throw<JsonException>(() =>
        Read(EventsJson.Default.KinesisData, $$"""{"sequenceNumber":"1","data":"","approximateArrivalTimestamp":{{text}}}"""));

    [Fact]
    public void KinesisEvent_OfATumblingWindow_IsReadAndAnswered()
    {
        var batch = Read(EventsJson.Default.KinesisEvent, """
            {"Records":[],"window":{"start":"2020-12-09T07:04:00Z","end":"2020-12-09T07:06:00Z"},"state":{"1":282},"shardId":"shardId-000000000006",
             "eventSourceARN":"arn:aws:kinesis:us-east-1:123456789012:stream/lambda-stream","isFinalInvokeForWindow":true,"isWindowTerminatedEarly":false}
            """);

        batch.Window.ShouldBe(new TimeWindow(new(2020, 12, 9, 7, 4, 0, TimeSpan.Zero), new(2020, 12, 9, 7, 6, 0, TimeSpan.Zero)));
        batch.State!.Value.GetProperty("1").GetInt32().ShouldBe(282);
        batch.ShardId.ShouldBe("shardId-000000000006");
        batch.EventSourceArn.ShouldBe("arn:aws:kinesis:us-east-1:123456789012:stream/lambda-stream");
        batch.IsFinalInvokeForWindow.ShouldBeTrue();
        batch.IsWindowTerminatedEarly.ShouldBeFalse();
        JsonSerializer.Serialize(new TimeWindowResponse(batch.State.Value, [new BatchItemFailure("7")]), EventsJson.Default.TimeWindowResponse)
            .ShouldBe("""{"state":{"1":282},"batchItemFailures":[{"itemIdentifier":"7"}]}""");
    }
}
