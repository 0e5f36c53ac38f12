using static ServerlessPatterns.Events.Tests.EventDocument;

namespace ServerlessPatterns.Events.Tests;

/// <summary>The events of schedules and of EventBridge as AWS documents them, with fields that are not known here.</summary>
public sealed class ScheduleEventTests
{
    [Fact]
    public void ScheduledInvocation_FromItsInput_IsRead()
    {
        var input = ScheduledInvocation.Input
            .Replace("<aws.scheduler.schedule-arn>", "arn:aws:scheduler:eu-west-1:123456789012:schedule/group/nightly", StringComparison.Ordinal)
            .Replace("<aws.scheduler.scheduled-time>", "2022-03-22T18:59:43Z", StringComparison.Ordinal)
            .Replace("<aws.scheduler.execution-id>", "d32c5kddcf5bb8c3", StringComparison.Ordinal)
            .Replace("<aws.scheduler.attempt-number>", "2", StringComparison.Ordinal);

        Read(EventsJson.Default.ScheduledInvocation, input).ShouldBe(new ScheduledInvocation
        {
            ScheduledTime = new(2022, 3, 22, 18, 59, 43, TimeSpan.Zero),
            ScheduleArn = "arn:aws:scheduler:eu-west-1:123456789012:schedule/group/nightly",
            ExecutionId = "d32c5kddcf5bb8c3",
            AttemptNumber = 2,
        });
    }

    [Fact]
    public void EventBridgeEvent_OfABucket_IsRead()
    {
        var found = Read(EventsJson.Default.EventBridgeEvent, """
            {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created","source":"aws.s3","account":"111122223333",
             "time":"2021-11-12T00:00:00Z","region":"ca-central-1","resources":["arn:aws:s3:::bucket"],"detail":{"messageId":"m","body":"b"}}
            """);

        found.Id.ShouldBe("17793124-05d4-b198-2fde-7ededc63b103");
        found.DetailType.ShouldBe("Object Created");
        found.Source.ShouldBe("aws.s3");
        found.Account.ShouldBe("111122223333");
        found.Region.ShouldBe("ca-central-1");
        found.Version.ShouldBe("0");
        found.Time.ShouldBe(new DateTimeOffset(2021, 11, 12, 0, 0, 0, TimeSpan.Zero));
        found.Resources.ShouldBe(["arn:aws:s3:::bucket"]);
        found.ReadDetail(EventsJson.Default.SqsMessage).Body.ShouldBe("b");
    }

    [Fact]
    public void EventBridgeEvent_OfAScheduleWithoutInput_IsRead()
    {
        var found = Read(EventsJson.Default.EventBridgeEvent, """
            {"version":"0","id":"bc80b0a8","detail-type":"Scheduled Event","source":"aws.scheduler","account":"123456789012","time":"2022-12-01T10:00:00Z",
             "region":"us-east-1","resources":["arn:aws:scheduler:us-east-1:123456789012:schedule/default/s"],"detail":"{}"}
            """);

        found.DetailType.ShouldBe("Scheduled Event");
        found.Detail.GetString().ShouldBe("{}");
    }
}
