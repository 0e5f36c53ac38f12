using System.Text;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>A deployed Kinesis stream.</summary>
internal sealed class KinesisSource(AwsApi aws, DeployedStack stack, RunningFunction function, EventSourceMapping mapping)
    : StreamSource(aws, stack, function, mapping)
{
    protected override string BatchInfo => "KinesisBatchInfo";

    // moto's iterators know no stream that was named by its ARN.
    private string StreamName => Mapping.EventSourceArn.Split('/')[^1];

    public static async Task<KinesisSource> OpenAsync(AwsApi aws, DeployedStack stack, RunningFunction function) =>
        new(aws, stack, function, await EventSourceMapping.ReadAsync(aws, stack, function.Deployed));

    public Task PutAsync(string partitionKey, string data) => CallAsync(
        "PutRecord", new { StreamName, PartitionKey = partitionKey, Data = Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) });

    protected override async Task<IEnumerable<string>> ShardsAsync() =>
        (await CallAsync("ListShards", new { StreamName }))["Shards"]!.AsArray().Select(shard => shard!["ShardId"]!.GetValue<string>());

    protected override async Task<string> IteratorAsync(string shard, string? after)
    {
        var request = new JsonObject { ["StreamName"] = StreamName, ["ShardId"] = shard, ["ShardIteratorType"] = "TRIM_HORIZON" };
        if (after is not null)
        {
            request["ShardIteratorType"] = "AFTER_SEQUENCE_NUMBER";
            request["StartingSequenceNumber"] = after;
        }

        return (await CallAsync("GetShardIterator", request))["ShardIterator"]!.GetValue<string>();
    }

    protected override async Task<JsonArray> RecordsAsync(string iterator, int most) =>
        (await CallAsync("GetRecords", new { ShardIterator = iterator, Limit = most }))["Records"]!.AsArray();

    // https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
    protected override JsonObject ToRecord(JsonNode record, string shard) => new()
    {
        ["kinesis"] = new JsonObject
        {
            ["kinesisSchemaVersion"] = "1.0",
            ["partitionKey"] = record["PartitionKey"]!.DeepClone(),
            ["sequenceNumber"] = record["SequenceNumber"]!.DeepClone(),
            ["data"] = record["Data"]!.DeepClone(),
            ["approximateArrivalTimestamp"] = record["ApproximateArrivalTimestamp"]!.DeepClone(),
        },
        ["eventSource"] = "aws:kinesis",
        ["eventVersion"] = "1.0",
        ["eventID"] = $"{shard}:{record["SequenceNumber"]!.GetValue<string>()}",
        ["eventName"] = "aws:kinesis:record",
        ["invokeIdentityArn"] = $"arn:aws:iam::{Stack.Account}:role/{Function.Deployed.RoleName}",
        ["awsRegion"] = Stack.Region,
        ["eventSourceARN"] = Mapping.EventSourceArn,
    };

    protected override string IdOf(JsonObject record) => record["kinesis"]!["sequenceNumber"]!.GetValue<string>();

    // A pattern looks into the data: https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
    protected override JsonNode ForFilter(JsonObject record) =>
        new JsonObject { ["data"] = JsonNode.Parse(Convert.FromBase64String(record["kinesis"]!["data"]!.GetValue<string>())) };

    private Task<JsonNode> CallAsync(string action, object request) => Aws.JsonAsync("kinesis", $"Kinesis_20131202.{action}", request);
}
