using System.Text.Json;
using static ServerlessPatterns.Events.Tests.EventDocument;

namespace ServerlessPatterns.Events.Tests;

/// <summary>What Lambda keeps of a failed batch as AWS documents them, with fields that are not known here.</summary>
public sealed class FailedInvocationTests
{
    [Theory]
    [InlineData("""{"Records":[]}""")]
    [InlineData("\"{\\\"Records\\\":[]}\"")]
    public void FailedInvocation_InABucket_HasTheEvent(string payload)
    {
        var found = Read(EventsJson.Default.FailedInvocation, $$"""
            {"requestContext":{"requestId":"c9b8fa9f","functionArn":"arn:aws:lambda:us-east-2:123456789012:function:f","condition":"RetryAttemptsExhausted","approximateInvokeCount":11},
             "responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},"version":"1.0","timestamp":"2019-11-14T00:38:06.021Z",
             "KinesisBatchInfo":{"shardId":"shardId-000000000001","startSequenceNumber":"49","endSequenceNumber":"50","approximateArrivalOfFirstRecord":"2019-11-14T00:38:04.835Z",
              "approximateArrivalOfLastRecord":"2019-11-14T00:38:05.580Z","batchSize":2,"streamArn":"arn:aws:kinesis:us-east-2:123456789012:stream/s"},
             "payload":{{payload}}}
            """);

        found.ReadPayload(EventsJson.Default.KinesisEvent).Records.ShouldBeEmpty();
        found.Version.ShouldBe("1.0");
        found.Timestamp.ShouldBe(new DateTimeOffset(2019, 11, 14, 0, 38, 6, 21, TimeSpan.Zero));
        found.RequestContext.ShouldBe(new FailedRequest
        {
            RequestId = "c9b8fa9f",
            FunctionArn = "arn:aws:lambda:us-east-2:123456789012:function:f",
            Condition = "RetryAttemptsExhausted",
            ApproximateInvokeCount = 11,
        });
        found.ResponseContext.ShouldBe(new FailedResponse { StatusCode = 200, ExecutedVersion = "$LATEST", FunctionError = "Unhandled" });
        found.KinesisBatchInfo.ShouldBe(new FailedBatch
        {
            ShardId = "shardId-000000000001",
            StartSequenceNumber = "49",
            EndSequenceNumber = "50",
            ApproximateArrivalOfFirstRecord = new(2019, 11, 14, 0, 38, 4, 835, TimeSpan.Zero),
            ApproximateArrivalOfLastRecord = new(2019, 11, 14, 0, 38, 5, 580, TimeSpan.Zero),
            BatchSize = 2,
            StreamArn = "arn:aws:kinesis:us-east-2:123456789012:stream/s",
        });
    }

    [Fact]
    public void FailedInvocation_OfATableInAQueue_HasNoEvent()
    {
        var found = Read(EventsJson.Default.FailedInvocation, """{"requestContext":{},"version":"1.0","timestamp":"2019-11-14T00:13:19.717Z","DDBStreamBatchInfo":{"shardId":"s","batchSize":1}}""");

        found.TableStreamBatchInfo!.BatchSize.ShouldBe(1);
        Should.Throw<JsonException>(() => found.ReadPayload(EventsJson.Default.TableStreamEvent)).Message.ShouldBe("The record has no payload: only a bucket gets it.");
    }
}
