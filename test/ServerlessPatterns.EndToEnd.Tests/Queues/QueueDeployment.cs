using System.Globalization;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(Collection)]
public sealed class QueueCollection : ICollectionFixture<QueueDeployment>
{
    public const string Collection = "QueueProcessor, deployed";
}

/// <summary>The gallery's <c>QueueProcessor</c>s, of a standard and of a FIFO queue, with the sample of an order queue running.</summary>
public sealed class QueueDeployment(GalleryFixture gallery) : StackDeployment(gallery, "QueueProcessor")
{
    internal RunningFunction Function { get; private set; } = null!;

    internal QueueSource Queue { get; private set; } = null!;

    internal RunningFunction FifoFunction { get; private set; } = null!;

    internal QueueSource FifoQueue { get; private set; } = null!;

    internal string Table => Stack.Outputs["Table"];

    protected override async Task StartAsync()
    {
        Function = await RunFunctionAsync("OrderQueue");
        Queue = await QueueSource.OpenAsync(Gallery.Aws, Stack, Function);
        FifoFunction = await RunFunctionAsync("CustomerQueue");
        FifoQueue = await QueueSource.OpenAsync(Gallery.Aws, Stack, FifoFunction);
    }

    internal static string NewId() => $"order-{Guid.NewGuid():N}";

    internal static string Order(string id) => new JsonObject
    {
        ["orderId"] = id,
        ["customerId"] = "c-1",
        ["placedAt"] = "2026-11-21T10:00:00Z",
        ["lines"] = new JsonArray(new JsonObject { ["sku"] = "tea", ["quantity"] = 2, ["unitPrice"] = 4.5 }),
    }.ToJsonString();

    /// <summary>All orders by their ids, in text that two looks can be compared by.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> OrdersAsync() =>
        (await Gallery.Aws.ScanAsync(Table)).ToDictionary(item => item["id"]!["S"]!.GetValue<string>(), item => item.ToJsonString(), StringComparer.Ordinal);

    internal async Task<int> CountAsync(string queueUrl)
    {
        string[] counts = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
        var answer = await Gallery.Aws.JsonAsync("sqs", "AmazonSQS.GetQueueAttributes", new { QueueUrl = queueUrl, AttributeNames = counts });
        return counts.Sum(count => int.Parse(answer["Attributes"]![count]!.GetValue<string>(), CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a dead letter and deletes it.</summary>
    internal async Task<JsonNode> TakeDeadLetterAsync(string output)
    {
        var url = Stack.Outputs[output];
        var answer = await Gallery.Aws.JsonAsync(
            "sqs", "AmazonSQS.ReceiveMessage", new { QueueUrl = url, MaxNumberOfMessages = 10, MessageSystemAttributeNames = new[] { "All" } });
        var message = answer["Messages"]!.AsArray().ShouldHaveSingleItem()!;
        await Gallery.Aws.JsonAsync("sqs", "AmazonSQS.DeleteMessage", new { QueueUrl = url, ReceiptHandle = message["ReceiptHandle"] });
        return message;
    }
}
