using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Records put on the deployed stream, handed to the deployed sample, and found in the deployed table.</summary>
[Collection(KinesisCollection.Collection)]
public sealed class KinesisTests
{
    private const string Page = "kinesis-stream-processor.md";

    private const string Poison = """{"value":1}""";

    /// <summary>What Lambda itself does with the role, and no call of the handler shows.</summary>
    private static readonly string[] ForLambda =
    [
        "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards",
        "logs:CreateLogStream", "logs:PutLogEvents", "s3:ListBucket", "s3:PutObject", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    private readonly KinesisDeployment deployment;

    public KinesisTests(KinesisDeployment deployment)
    {
        Tool.RequireForDeployment();
        this.deployment = deployment;
    }

    [Fact]
    public async Task Batch_WithAPoisonRecord_IsReportedFromItOnAndTheRestGoesOnWithoutIt()
    {
        var sensor = KinesisDeployment.NewSensor();
        await deployment.PutAsync(sensor, 1.5m, 2);
        await deployment.Source.PutAsync(sensor, Poison);
        await deployment.PutAsync(sensor, 3, 4);
        var before = await deployment.Source.FailuresAsync();

        var batch = await ReadAsync(5);
        var poison = batch.Records.Ids[2];
        (await batch.Records.InvokeAsync(deployment.Running, deployment.Source.Mapping)).ShouldBe([poison]);
        (await deployment.AggregateAsync(sensor)).ShouldBe("2 3.5 1.5 2");

        // Again from the first record on, as after a timeout, and then as Lambda goes on with the answers.
        var answers = await deployment.Source.DeliverAsync(batch);

        answers.ShouldBe([poison, poison, .. Enumerable.Repeat(poison, 1 + deployment.Source.Mapping.Retries), null]);
        (await deployment.AggregateAsync(sensor)).ShouldBe("4 10.5 1.5 4");
        var failures = await deployment.Source.FailuresAsync();
        var failure = failures.Keys.Except(before.Keys, StringComparer.Ordinal).ShouldHaveSingleItem();
        var given = JsonNode.Parse(failures[failure]["payload"]!.GetValue<string>())!["Records"]!.AsArray().ShouldHaveSingleItem()!;
        given["kinesis"]!["sequenceNumber"]!.GetValue<string>().ShouldBe(poison);
    }

    [Fact]
    public async Task Batch_DeliveredTwice_ChangesNothing()
    {
        var sensor = KinesisDeployment.NewSensor();
        await deployment.PutAsync(sensor, 1, 2, 3);
        var batch = await ReadAsync(3);
        (await deployment.Source.DeliverAsync(batch)).ShouldBe([null]);
        var before = await TableAsync();

        (await deployment.Source.DeliverAsync(batch)).ShouldBe([null]);

        (await TableAsync()).ShouldBe(before);
        (await deployment.AggregateAsync(sensor)).ShouldBe("3 6 1 3");
    }

    [Fact]
    public async Task Role_CallsOfTheFunction_AreAllowedAndNothingIsToSpare()
    {
        await deployment.PutAsync(KinesisDeployment.NewSensor(), 1);
        await deployment.Source.DeliverAsync(await ReadAsync(1));

        await deployment.Running.CheckPermissionsAsync(ForLambda);
        var policy = await deployment.Running.ReadPolicyAsync();
        policy.Allows("kinesis:GetRecords", deployment.Source.Mapping.EventSourceArn).ShouldBeTrue();
        policy.Allows("kinesis:PutRecord", deployment.Source.Mapping.EventSourceArn).ShouldBeFalse();
        policy.Allows("s3:GetObject", $"arn:aws:s3:::{deployment.Stack.Outputs["FailureBucket"]}/aws/lambda/a").ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_BatchesOfTheFailureBucket_AreProcessedAndWhatStillFailsStays()
    {
        RequireTools();
        var sensor = KinesisDeployment.NewSensor();
        await deployment.PutAsync(sensor, 5, 6);
        var mended = await ReadAsync(2);
        await deployment.Source.GiveUpAsync(mended);
        await deployment.Source.PutAsync(sensor, Poison);
        var poison = await ReadAsync(1);
        await deployment.Source.GiveUpAsync(poison);
        deployment.Proxy.Invoke = (_, payload) => deployment.Runtime.InvokeAsync(payload);

        await PageScript.RunAsync(PageScript.Read(Page, "replay"), deployment.Proxy.Address);

        (await deployment.AggregateAsync(sensor)).ShouldBe("2 11 5 6");
        var left = (await deployment.Source.FailuresAsync()).Values
            .Select(failure => failure["KinesisBatchInfo"]!["startSequenceNumber"]!.GetValue<string>()).ToList();
        left.ShouldContain(poison.Records.Ids[0]);
        left.ShouldNotContain(mended.Records.Ids[0]);
    }

    [Fact]
    public async Task PutAgain_BatchesOfTheFailureBucket_AreOnTheStreamOnceMore()
    {
        RequireTools();
        var sensor = KinesisDeployment.NewSensor();
        await deployment.PutAsync(sensor, 7, 8);
        await deployment.Source.GiveUpAsync(await ReadAsync(2));

        await PageScript.RunAsync(PageScript.Read(Page, "put-again"), deployment.Proxy.Address);

        (await deployment.Source.FailuresAsync()).ShouldBeEmpty();
        await deployment.Source.DeliverAsync((await deployment.Source.ReadAsync()).ShouldNotBeNull());
        (await deployment.AggregateAsync(sensor)).ShouldBe("2 15 7 8");
    }

    private static void RequireTools()
    {
        Tool.Require(Tool.AwsCli, "pip install awscli");
        Tool.Require(Tool.Bash, "bash, which on Windows comes with Git, https://git-scm.com");
    }

    private async Task<ShardBatch> ReadAsync(int count)
    {
        var batch = (await deployment.Source.ReadAsync()).ShouldNotBeNull();
        batch.Records.Ids.Count.ShouldBe(count);
        return batch;
    }

    private async Task<IReadOnlyList<string>> TableAsync() =>
        [.. (await deployment.Gallery.Aws.ScanAsync(deployment.Table)).Select(item => item.ToJsonString())];
}
