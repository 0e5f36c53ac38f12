using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The stream of a deployed table.</summary>
internal sealed class TableStreamSource(AwsApi aws, DeployedStack stack, RunningFunction function, EventSourceMapping mapping)
    : StreamSource(aws, stack, function, mapping)
{
    protected override string BatchInfo => "DDBStreamBatchInfo";

    public static async Task<TableStreamSource> OpenAsync(AwsApi aws, DeployedStack stack, RunningFunction function) =>
        new(aws, stack, function, await EventSourceMapping.ReadAsync(aws, stack, function.Deployed));

    protected override async Task<IEnumerable<string>> ShardsAsync() =>
        (await CallAsync("DescribeStream", new { StreamArn = Mapping.EventSourceArn }))["StreamDescription"]!["Shards"]!.AsArray()
            .Select(shard => shard!["ShardId"]!.GetValue<string>());

    protected override async Task<string> IteratorAsync(string shard, string? after)
    {
        var request = new JsonObject { ["StreamArn"] = Mapping.EventSourceArn, ["ShardId"] = shard, ["ShardIteratorType"] = "TRIM_HORIZON" };
        if (after is not null)
        {
            request["ShardIteratorType"] = "AFTER_SEQUENCE_NUMBER";
            request["SequenceNumber"] = after;
        }

        return (await CallAsync("GetShardIterator", request))["ShardIterator"]!.GetValue<string>();
    }

    protected override async Task<JsonArray> RecordsAsync(string iterator, int most) =>
        (await CallAsync("GetRecords", new { ShardIterator = iterator, Limit = most }))["Records"]!.AsArray();

    // https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
    protected override JsonObject ToRecord(JsonNode record, string shard)
    {
        var result = record.DeepClone().AsObject();
        result["eventSourceARN"] = Mapping.EventSourceArn;
        return result;
    }

    protected override string IdOf(JsonObject record) => record["dynamodb"]!["SequenceNumber"]!.GetValue<string>();

    protected override JsonNode ForFilter(JsonObject record) => record;

    private Task<JsonNode> CallAsync(string action, object request) => Aws.JsonAsync("dynamodb", $"DynamoDBStreams_20120810.{action}", request);
}
