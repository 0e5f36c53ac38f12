using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events.Tests;

/// <summary>Events as Lambda's event source mappings write them.</summary>
internal static class EventDocument
{
    public const string StandardQueue = "arn:aws:sqs:eu-west-1:123456789012:orders";
    public const string FifoQueue = "arn:aws:sqs:eu-west-1:123456789012:orders.fifo";
    public const string Stream = "arn:aws:kinesis:eu-west-1:123456789012:stream/readings";
    public const string TableStream = "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/stream/2026-11-20T08:00:00.000";

    public static JsonObject Batch(params IEnumerable<JsonObject> records) =>
        new() { ["Records"] = new JsonArray([.. records.Select(record => record.DeepClone())]) };

    public static JsonObject Message(string id, string body, int receiveCount = 1, string? group = null, string queue = StandardQueue)
    {
        var attributes = new JsonObject
        {
            ["ApproximateReceiveCount"] = receiveCount.ToString(CultureInfo.InvariantCulture),
            ["SentTimestamp"] = "1763632800123",
            ["SenderId"] = "AIDAIENQZJOLO23YVJ4VO",
            ["ApproximateFirstReceiveTimestamp"] = "1763632800456",
        };
        if (group is not null)
        {
            attributes["MessageGroupId"] = group;
        }

        if (queue == FifoQueue)
        {
            attributes["SequenceNumber"] = "18849496460467696128";
            attributes["MessageDeduplicationId"] = id;
        }

        return new JsonObject
        {
            ["messageId"] = id,
            ["receiptHandle"] = $"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a{id}",
            ["body"] = body,
            ["attributes"] = attributes,
            ["messageAttributes"] = new JsonObject(),
            ["md5OfBody"] = "e4e68fb7bd0e697a0ae8f1bb342846b3",
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = queue,
            ["awsRegion"] = "eu-west-1",
        };
    }

    public static JsonObject Record(string sequenceNumber, string data, string partitionKey = "sensor-1", string shard = "shardId-000000000006") => new()
    {
        ["kinesis"] = new JsonObject
        {
            ["kinesisSchemaVersion"] = "1.0",
            ["partitionKey"] = partitionKey,
            ["sequenceNumber"] = sequenceNumber,
            ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(data)),
            ["approximateArrivalTimestamp"] = 1545084650.987m,
        },
        ["eventSource"] = "aws:kinesis",
        ["eventVersion"] = "1.0",
        ["eventID"] = $"{shard}:{sequenceNumber}",
        ["eventName"] = "aws:kinesis:record",
        ["invokeIdentityArn"] = "arn:aws:iam::123456789012:role/lambda-role",
        ["awsRegion"] = "eu-west-1",
        ["eventSourceARN"] = Stream,
    };

    public static JsonObject Change(string sequenceNumber, JsonObject keys, JsonObject? oldImage, JsonObject? newImage)
    {
        var change = new JsonObject
        {
            ["ApproximateCreationDateTime"] = 1763632800,
            ["Keys"] = keys,
            ["SequenceNumber"] = sequenceNumber,
            ["SizeBytes"] = 59,
            ["StreamViewType"] = "NEW_AND_OLD_IMAGES",
        };
        if (oldImage is not null)
        {
            change["OldImage"] = oldImage;
        }

        if (newImage is not null)
        {
            change["NewImage"] = newImage;
        }

        return new JsonObject
        {
            ["eventID"] = $"c81e728d9d4c2f636f067f89cc14862c{sequenceNumber}",
            ["eventName"] = oldImage is null ? "INSERT" : newImage is null ? "REMOVE" : "MODIFY",
            ["eventVersion"] = "1.1",
            ["eventSource"] = "aws:dynamodb",
            ["awsRegion"] = "eu-west-1",
            ["dynamodb"] = change,
            ["eventSourceARN"] = TableStream,
        };
    }

    /// <summary>Reads a document as a handler does.</summary>
    public static T Read<T>(JsonTypeInfo<T> type, string json) => JsonSerializer.Deserialize(json, type)!;

    public static MemoryStream ToStream(this JsonNode document) => new(Encoding.UTF8.GetBytes(document.ToJsonString()));

    /// <summary>The identifiers that a handler reports.</summary>
    public static async Task<string[]> FailuresAsync<TRecord>(this BatchHandler<TRecord> handler, JsonNode document)
        where TRecord : notnull
    {
        await using var input = document.ToStream();
        await using var output = await handler.FunctionHandler(input);
        var answer = (await JsonNode.ParseAsync(output))!.AsObject();
        answer.ShouldHaveSingleItem();
        return [.. answer["batchItemFailures"]!.AsArray().Select(failure => failure!["itemIdentifier"]!.GetValue<string>())];
    }
}
