using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The nightly report: called with the schedule's own input, as its role, and looked for in the bucket.</summary>
[Collection(Collection)]
public sealed class ScheduledFunctionTests
{
    public const string Collection = "ScheduledFunction, deployed";

    private readonly ScheduledFunctionDeployment deployment;

    public ScheduledFunctionTests(ScheduledFunctionDeployment deployment)
    {
        Tool.RequireForDeployment();
        this.deployment = deployment;
    }

    private string Bucket => deployment.Stack.Outputs["Bucket"];

    [Fact]
    public async Task Run_OfANight_WritesTheReportOfTheDayBefore()
    {
        await PutOrderAsync("a-1", "ada", "2026-11-19T08:00:00Z", "12.50");
        await PutOrderAsync("a-2", "ada", "2026-11-19T23:59:59Z", "7.50");
        await PutOrderAsync("a-3", "grace", "2026-11-19T12:00:00Z", "1.25");
        await PutOrderAsync("a-4", "grace", "2026-11-20T00:00:00Z", "99.00");

        await RunAsync("2026-11-20T01:30:00Z");

        (await ReportAsync("reports/2026/11/orders-2026-11-19.csv")).ShouldBe("customerId,orders,total\r\nada,2,20.00\r\ngrace,1,1.25\r\n");
    }

    [Fact]
    public async Task Run_ThatComesTwiceAndLate_WritesTheSameObjectAndNoOther()
    {
        await PutOrderAsync("b-1", "ada", "2026-10-04T08:00:00Z", "3.00");
        await RunAsync("2026-10-05T00:30:00Z");
        var first = await ReportAsync("reports/2026/10/orders-2026-10-04.csv");

        await RunAsync("2026-10-05T00:30:00Z");
        await RunAsync("2026-10-05T00:30:00Z");

        (await ReportAsync("reports/2026/10/orders-2026-10-04.csv")).ShouldBe(first);
        var objects = await deployment.Gallery.Aws.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "reports/2026/10/" }, TestContext.Current.CancellationToken);
        objects.S3Objects.Select(found => found.Key).ShouldBe(["reports/2026/10/orders-2026-10-04.csv"]);
    }

    [Fact]
    public async Task Role_CallsOfARun_AreAllowedAndNothingIsToSpare()
    {
        await RunAsync("2026-09-02T00:30:00Z");

        await deployment.Running.CheckPermissionsAsync(
            "logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage", "xray:PutTelemetryRecords", "xray:PutTraceSegments");
        var policy = await deployment.Running.ReadPolicyAsync();
        policy.Allows("s3:PutObject", $"arn:aws:s3:::{Bucket}/reports/2026/a.csv").ShouldBeTrue();
        policy.Allows("s3:PutObject", $"arn:aws:s3:::{Bucket}/elsewhere.csv").ShouldBeFalse();
        policy.Allows("s3:GetObject", $"arn:aws:s3:::{Bucket}/reports/2026/a.csv").ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_DeadLettersOfBothQueuesInEachForm_WriteTheirOwnReports()
    {
        Tool.Require(Tool.AwsCli, "pip install awscli");
        Tool.Require(Tool.Bash, "bash, which on Windows comes with Git, https://git-scm.com");
        await PutOrderAsync("c-1", "ada", "2026-08-01T08:00:00Z", "3.00");
        var failed = new JsonObject { ["version"] = "1.0", ["requestPayload"] = Input("2026-08-02T00:30:00Z") };
        await SendAsync("NightlyReportFunctionDeadLetterQueue", failed);
        await SendAsync("NightlyReportScheduleDeadLetterQueue", Input("2026-08-03T00:30:00Z"));
        await SendAsync("NightlyReportScheduleDeadLetterQueue", Request(Input("2026-08-04T00:30:00Z").ToJsonString()));
        await SendAsync("NightlyReportScheduleDeadLetterQueue", Request(Convert.ToBase64String(Encoding.UTF8.GetBytes(Input("2026-08-05T00:30:00Z").ToJsonString()))));
        await SendAsync("NightlyReportScheduleDeadLetterQueue", Request(Input("2026-08-06T00:30:00Z")));
        await SendAsync("NightlyReportScheduleDeadLetterQueue", Request(Input("2026-08-07T00:30:00Z")), truncated: true);
        deployment.Proxy.Invoke = (_, payload) => deployment.Runtime.InvokeAsync(payload);

        var printed = await PageScript.RunAsync(PageScript.Read("scheduled-function.md", "replay"), deployment.Proxy.Address);

        (await ReportAsync("reports/2026/08/orders-2026-08-01.csv")).ShouldContain("ada,1,3.00");
        foreach (var day in new[] { "02", "03", "04", "05" })
        {
            (await ReportAsync($"reports/2026/08/orders-2026-08-{day}.csv")).ShouldBe("customerId,orders,total\r\n");
        }

        var truncated = await Should.ThrowAsync<AmazonS3Exception>(() => ReportAsync("reports/2026/08/orders-2026-08-06.csv"));
        truncated.ErrorCode.ShouldBe("NoSuchKey");
        printed.ShouldContain("Truncated, left in the queue: {");
        (await MessagesAsync("NightlyReportFunctionDeadLetterQueue")).ShouldBe(0);
        (await MessagesAsync("NightlyReportScheduleDeadLetterQueue")).ShouldBe(1);
    }

    /// <summary>The call of Lambda that Scheduler gave up.</summary>
    private static JsonObject Request(JsonNode payload) => new()
    {
        ["FunctionName"] = "nightly-report",
        ["InvocationType"] = "Event",
        ["Payload"] = payload,
    };

    private JsonNode Input(string time) => deployment.Schedule.InputAt(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));

    private Task<JsonNode?> RunAsync(string time) => deployment.Running.InvokeAsync(Input(time));

    private Task<PutItemResponse> PutOrderAsync(string id, string customer, string placedAt, string total) => deployment.Gallery.Aws.DynamoDb.PutItemAsync(
        deployment.Stack.Outputs["Table"],
        new Dictionary<string, AttributeValue>
        {
            ["id"] = new() { S = id },
            ["customerId"] = new() { S = customer },
            ["placedAt"] = new() { S = placedAt },
            ["total"] = new() { N = total },
        });

    private async Task<string> ReportAsync(string key)
    {
        using var response = await deployment.Gallery.Aws.S3.GetObjectAsync(Bucket, key);
        using var reader = new StreamReader(response.ResponseStream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private string Queue(string logicalIdPrefix) => deployment.Stack.PhysicalId("AWS::SQS::Queue", logicalIdPrefix);

    private Task<JsonNode> SendAsync(string queue, JsonNode message, bool truncated = false)
    {
        var isTruncated = new { DataType = "String", StringValue = truncated ? "true" : "false" };
        return deployment.Gallery.Aws.JsonAsync(
            "sqs",
            "AmazonSQS.SendMessage",
            new { QueueUrl = Queue(queue), MessageBody = message.ToJsonString(), MessageAttributes = new { IS_PAYLOAD_TRUNCATED = isTruncated } });
    }

    private async Task<int> MessagesAsync(string queue)
    {
        string[] counts = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
        var answer = await deployment.Gallery.Aws.JsonAsync(
            "sqs", "AmazonSQS.GetQueueAttributes", new { QueueUrl = Queue(queue), AttributeNames = counts });
        return counts.Sum(count => int.Parse(answer["Attributes"]![count]!.GetValue<string>(), CultureInfo.InvariantCulture));
    }
}
