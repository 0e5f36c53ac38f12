using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The page's lines for dead letters and for objects that are already there, word for word.</summary>
public sealed class ThumbnailReplayTests : ThumbnailTests
{
    private const string Page = "thumbnails.md";

    public ThumbnailReplayTests(ThumbnailDeployment deployment)
        : base(deployment)
    {
        Tool.Require(Tool.AwsCli, "pip install awscli");
        Tool.Require(Tool.Bash, "bash, which on Windows comes with Git, https://git-scm.com");
    }

    [Fact]
    public async Task Replay_DeadLettersOfBothQueues_AreHandledAndTheRestStays()
    {
        var failed = await UploadAsync("uploads/replay/failed \"twice\" ö.jpg", Photos.Rocket);
        var undelivered = await UploadAsync("uploads/replay/undelivered.jpg", Photos.Rocket);
        await SendAsync("ThumbnailsFunctionDeadLetterQueue", FailureRecord(S3Event.Created(failed)));
        await SendAsync("ThumbnailsRuleDeadLetterQueue", S3Event.Created(undelivered));
        await SendAsync("ThumbnailsRuleDeadLetterQueue", new JsonObject { ["not"] = "an event" });
        Deployment.Proxy.Invoke = (_, payload) => Deployment.Runtime.InvokeAsync(payload);

        await PageScript.RunAsync(PageScript.Read(Page, "replay"), Deployment.Proxy.Address);

        (await ItemAsync(failed.Key))!["status"]!.GetValue<string>().ShouldBe("complete");
        (await ItemAsync(undelivered.Key))!["status"]!.GetValue<string>().ShouldBe("complete");
        (await MessagesAsync("ThumbnailsFunctionDeadLetterQueue")).ShouldBe(0);
        (await MessagesAsync("ThumbnailsRuleDeadLetterQueue")).ShouldBe(1);
    }

    [Fact]
    public async Task Backfill_MoreObjectsThanOneRunHasTimeFor_EndsWithAllOfThem()
    {
        var keys = Enumerable.Range(1, 5).Select(number => $"uploads/before/\"{number}\" ü.jpg").ToList();
        foreach (var key in keys)
        {
            await UploadAsync(key, Photos.Rocket);
        }

        // Time for two or three objects a run.
        var step = TimeSpan.FromSeconds(Deployment.Function.TimeoutSeconds / 8.0);
        var runs = 0;
        Deployment.Proxy.Invoke = (_, payload) =>
        {
            runs++;
            return Deployment.Runtime.InvokeAsync(payload, step);
        };

        await PageScript.RunAsync(PageScript.Read(Page, "backfill"), Deployment.Proxy.Address);

        runs.ShouldBeGreaterThan(1);
        foreach (var key in keys)
        {
            (await ItemAsync(key))!["status"]!.GetValue<string>().ShouldBe("complete");
        }
    }

    // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
    private JsonObject FailureRecord(JsonObject payload) => new()
    {
        ["version"] = "1.0",
        ["timestamp"] = "2026-11-14T18:16:05.568Z",
        ["requestContext"] = new JsonObject
        {
            ["requestId"] = "e4b46cbf-b738-xmpl-8880-a18cdf61200e",
            ["functionArn"] = $"arn:aws:lambda:{Deployment.Stack.Region}:{Deployment.Stack.Account}:function:{Deployment.Function.Name}:$LATEST",
            ["condition"] = "RetriesExhausted",
            ["approximateInvokeCount"] = 3,
        },
        ["requestPayload"] = payload,
        ["responseContext"] = new JsonObject { ["statusCode"] = 200, ["executedVersion"] = "$LATEST", ["functionError"] = "Unhandled" },
        ["responsePayload"] = new JsonObject { ["errorType"] = "ServiceUnavailable", ["errorMessage"] = "Please reduce your request rate." },
    };

    private string Queue(string logicalIdPrefix) => Deployment.Stack.PhysicalId("AWS::SQS::Queue", logicalIdPrefix);

    private Task<JsonNode> SendAsync(string queue, JsonObject message) => Deployment.Gallery.Aws.JsonAsync(
        "sqs", "AmazonSQS.SendMessage", new { QueueUrl = Queue(queue), MessageBody = message.ToJsonString() });

    private async Task<int> MessagesAsync(string queue)
    {
        string[] counts = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
        var answer = await Deployment.Gallery.Aws.JsonAsync(
            "sqs", "AmazonSQS.GetQueueAttributes", new { QueueUrl = Queue(queue), AttributeNames = counts });
        return counts.Sum(count => int.Parse(answer["Attributes"]![count]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));
    }
}
