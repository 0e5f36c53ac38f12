using System.Text.Json.Nodes;
using Amazon.S3.Model;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Reads a deployed stream from its beginning, shard by shard, and does with a function's answers what Lambda does.</summary>
internal abstract class StreamSource(AwsApi aws, DeployedStack stack, RunningFunction function, EventSourceMapping mapping)
{
    private readonly Dictionary<string, string> checkpoints = new(StringComparer.Ordinal);

    public EventSourceMapping Mapping => mapping;

    private string FailureBucket => stack.Outputs["FailureBucket"];

    protected AwsApi Aws => aws;

    protected DeployedStack Stack => stack;

    protected RunningFunction Function => function;

    /// <summary>The next batch of the first shard that has one; nothing when all has been read.</summary>
    public async Task<ShardBatch?> ReadAsync()
    {
        foreach (var shard in await ShardsAsync())
        {
            var iterator = await IteratorAsync(shard, checkpoints.GetValueOrDefault(shard));
            if (await RecordsAsync(iterator, mapping.BatchSize) is { Count: > 0 } found)
            {
                var records = found.Select(record => ToRecord(record!, shard)).ToList();
                checkpoints[shard] = IdOf(records[^1]);
                return new(shard, new EventBatch([.. records.Where(record => mapping.Passes(ForFilter(record)))], IdOf));
            }
        }

        return null;
    }

    /// <summary>
    /// Hands a batch to the function until all of it was processed or given up. The answer is a checkpoint: all from the
    /// lowest sequence number on comes again. A batch that failed from its first record on is split.
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
    /// </summary>
    /// <returns>Each answer's checkpoint, in the order of the invocations; null for one without failures.</returns>
    public async Task<IReadOnlyList<string?>> DeliverAsync(ShardBatch batch)
    {
        var answers = new List<string?>();
        await DeliverAsync(batch, 0, answers);
        return answers;
    }

    /// <summary>What lies in the failure bucket, by its key.</summary>
    public async Task<IReadOnlyDictionary<string, JsonNode>> FailuresAsync()
    {
        var failures = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var listed = await aws.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = FailureBucket, Prefix = $"aws/lambda/{mapping.Id}/" });
        foreach (var key in (listed.S3Objects ?? []).Select(found => found.Key))
        {
            using var found = await aws.S3.GetObjectAsync(FailureBucket, key);
            failures[key] = (await JsonNode.ParseAsync(found.ResponseStream))!;
        }

        return failures;
    }

    /// <summary>
    /// Writes a batch to the failure bucket, as Lambda does when it has retried often enough, or the records are too old.
    /// https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
    /// </summary>
    public async Task GiveUpAsync(ShardBatch batch)
    {
        var now = DateTime.UtcNow;
        var record = new JsonObject
        {
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = Guid.NewGuid().ToString(),
                ["functionArn"] = $"arn:aws:lambda:{stack.Region}:{stack.Account}:function:{function.Deployed.Name}",
                ["condition"] = "RetryAttemptsExhausted",
                ["approximateInvokeCount"] = mapping.Retries + 1,
            },
            ["responseContext"] = new JsonObject { ["statusCode"] = 200, ["executedVersion"] = "$LATEST", ["functionError"] = "Unhandled" },
            ["version"] = "1.0",
            ["timestamp"] = now.ToString("O"),
            [BatchInfo] = new JsonObject
            {
                ["shardId"] = batch.Shard,
                ["startSequenceNumber"] = batch.Records.Ids[0],
                ["endSequenceNumber"] = batch.Records.Ids[^1],
                ["approximateArrivalOfFirstRecord"] = now.ToString("O"),
                ["approximateArrivalOfLastRecord"] = now.ToString("O"),
                ["batchSize"] = batch.Records.Ids.Count,
                ["streamArn"] = mapping.EventSourceArn,
            },
            ["payload"] = batch.Records.Event.ToJsonString(),
        };
        await aws.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = FailureBucket,
            Key = $"aws/lambda/{mapping.Id}/{batch.Shard}/{now:yyyy'/'MM'/'dd'/'yyyy-MM-dd'T'HH.mm.ss}-{Guid.NewGuid()}",
            ContentBody = record.ToJsonString(),
        });
    }

    protected abstract Task<IEnumerable<string>> ShardsAsync();

    /// <summary>From behind a record on, or the beginning.</summary>
    protected abstract Task<string> IteratorAsync(string shard, string? after);

    protected abstract Task<JsonArray> RecordsAsync(string iterator, int most);

    protected abstract JsonObject ToRecord(JsonNode record, string shard);

    protected abstract string IdOf(JsonObject record);

    /// <summary>The record as a filter of the mapping sees it.</summary>
    protected abstract JsonNode ForFilter(JsonObject record);

    /// <summary>How Lambda calls what it says of a batch that it gave up.</summary>
    protected abstract string BatchInfo { get; }

    private async Task DeliverAsync(ShardBatch batch, int retries, List<string?> answers)
    {
        if (batch.Records.Ids.Count == 0)
        {
            return;
        }

        var failed = await batch.Records.InvokeAsync(function, mapping);
        var ids = batch.Records.Ids.ToList();
        var checkpoint = failed.Count == 0 ? ids.Count : failed.Min(ids.IndexOf);
        answers.Add(failed.Count == 0 ? null : ids[checkpoint]);
        if (checkpoint == ids.Count)
        {
            return;
        }

        if (checkpoint > 0)
        {
            await DeliverAsync(batch.From(checkpoint), 0, answers);
        }
        else if (mapping.Bisects && ids.Count > 1)
        {
            // Which does not count as a retry.
            await DeliverAsync(batch with { Records = batch.Records.Part(0, ids.Count / 2) }, 0, answers);
            await DeliverAsync(batch.From(ids.Count / 2), 0, answers);
        }
        else if (retries < mapping.Retries)
        {
            await DeliverAsync(batch, retries + 1, answers);
        }
        else
        {
            await GiveUpAsync(batch);
        }
    }
}

/// <summary>A batch, and the shard that it is of.</summary>
internal sealed record ShardBatch(string Shard, EventBatch Records)
{
    public ShardBatch From(int start) => this with { Records = Records.Part(start, Records.Ids.Count - start) };
}
