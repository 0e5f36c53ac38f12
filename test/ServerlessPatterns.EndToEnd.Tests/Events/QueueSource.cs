using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// Reads a deployed queue, and does with a function's answer what Lambda does.
/// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
/// </summary>
internal sealed class QueueSource
{
    private readonly AwsApi aws;
    private readonly RunningFunction function;
    private readonly string region;

    private QueueSource(AwsApi aws, RunningFunction function, string region, EventSourceMapping mapping, string url) =>
        (this.aws, this.function, this.region, Mapping, Url) = (aws, function, region, mapping, url);

    public EventSourceMapping Mapping { get; }

    public string Url { get; }

    public static async Task<QueueSource> OpenAsync(AwsApi aws, DeployedStack stack, RunningFunction function)
    {
        var mapping = await EventSourceMapping.ReadAsync(aws, stack, function.Deployed);
        var queue = await aws.JsonAsync("sqs", "AmazonSQS.GetQueueUrl", new { QueueName = mapping.EventSourceArn.Split(':')[^1] });
        return new(aws, function, stack.Region, mapping, queue["QueueUrl"]!.GetValue<string>());
    }

    /// <summary>Sends a message, to a group when the queue is a FIFO queue.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SendAsync(string body, string? group = null)
    {
        var message = new JsonObject { ["QueueUrl"] = Url, ["MessageBody"] = body };
        if (group is not null)
        {
            message["MessageGroupId"] = group;
            message["MessageDeduplicationId"] = Guid.NewGuid().ToString();
        }

        return (await aws.JsonAsync("sqs", "AmazonSQS.SendMessage", message))["MessageId"]!.GetValue<string>();
    }

    /// <summary>The next batch; what no filter lets pass is deleted.</summary>
    public async Task<EventBatch> ReceiveAsync()
    {
        var records = new List<JsonObject>();
        while (records.Count < Mapping.BatchSize && await ReceiveAsync(Mapping.BatchSize - records.Count) is { Count: > 0 } received)
        {
            foreach (var message in received)
            {
                if (Mapping.Passes(ForFilter(message!)))
                {
                    records.Add(ToRecord(message!));
                }
                else
                {
                    await DeleteAsync(message!["ReceiptHandle"]!);
                }
            }
        }

        return new(records, record => record["messageId"]!.GetValue<string>());
    }

    /// <summary>Hands a batch to the function, deletes what it processed, and lets the visibility timeout of the rest go by.</summary>
    /// <returns>The ids of the messages that are delivered again.</returns>
    public async Task<IReadOnlyList<string>> DeliverAsync(EventBatch batch)
    {
        var failed = await batch.InvokeAsync(function, Mapping);
        foreach (var record in batch.Records)
        {
            if (failed.Contains(batch.IdOf(record)))
            {
                await aws.JsonAsync("sqs", "AmazonSQS.ChangeMessageVisibility", new { QueueUrl = Url, ReceiptHandle = record["receiptHandle"], VisibilityTimeout = 0 });
            }
            else
            {
                await DeleteAsync(record["receiptHandle"]!);
            }
        }

        return failed;
    }

    private async Task<JsonArray> ReceiveAsync(int most)
    {
        var answer = await aws.JsonAsync("sqs", "AmazonSQS.ReceiveMessage", new
        {
            QueueUrl = Url,
            MaxNumberOfMessages = Math.Min(most, 10),
            MessageSystemAttributeNames = new[] { "All" },
            MessageAttributeNames = new[] { "All" },
        });
        return answer["Messages"]?.AsArray() ?? [];
    }

    private Task<JsonNode> DeleteAsync(JsonNode handle) => aws.JsonAsync("sqs", "AmazonSQS.DeleteMessage", new { QueueUrl = Url, ReceiptHandle = handle });

    private JsonObject ToRecord(JsonNode message)
    {
        var record = new JsonObject
        {
            ["messageId"] = message["MessageId"]!.DeepClone(),
            ["receiptHandle"] = message["ReceiptHandle"]!.DeepClone(),
            ["body"] = message["Body"]!.DeepClone(),
            ["attributes"] = message["Attributes"]!.DeepClone(),
            ["messageAttributes"] = new JsonObject((message["MessageAttributes"]?.AsObject() ?? []).Select(attribute =>
                KeyValuePair.Create(attribute.Key, (JsonNode?)ToAttribute(attribute.Value!)))),
            ["md5OfBody"] = message["MD5OfBody"]!.DeepClone(),
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = Mapping.EventSourceArn,
            ["awsRegion"] = region,
        };
        if (message["MD5OfMessageAttributes"] is { } digest)
        {
            record["md5OfMessageAttributes"] = digest.DeepClone();
        }

        return record;
    }

    private static JsonObject ToAttribute(JsonNode attribute)
    {
        var result = new JsonObject { ["stringListValues"] = new JsonArray(), ["binaryListValues"] = new JsonArray() };
        foreach (var (name, value) in attribute.AsObject())
        {
            result[char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..]] = value!.DeepClone();
        }

        return result;
    }

    // A pattern for the body asks for JSON: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
    private static JsonObject ForFilter(JsonNode message)
    {
        var body = message["Body"]!.GetValue<string>();
        try
        {
            return new() { ["body"] = JsonNode.Parse(body) };
        }
        catch (JsonException)
        {
            return new() { ["body"] = body };
        }
    }
}
