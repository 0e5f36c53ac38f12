using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Changes of the deployed table, handed to the deployed sample, and found in the other deployed table.</summary>
[Collection(TableStreamCollection.Collection)]
public sealed class TableStreamTests
{
    /// <summary>What Lambda itself does with the role, and no call of the handler shows.</summary>
    private static readonly string[] ForLambda =
    [
        "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams",
        "logs:CreateLogStream", "logs:PutLogEvents", "s3:ListBucket", "s3:PutObject", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    private readonly TableStreamDeployment deployment;

    public TableStreamTests(TableStreamDeployment deployment)
    {
        Tool.RequireForDeployment();
        this.deployment = deployment;
    }

    [Fact]
    public async Task Batch_WithAPoisonChange_IsReportedFromItOnAndTheRestGoesOnWithoutIt()
    {
        var customer = TableStreamDeployment.NewCustomer();
        await deployment.PutAsync($"{customer}-1", customer, 10);
        await deployment.PutAsync($"{customer}-2", customer, null);
        await deployment.PutAsync($"{customer}-3", customer, 20.5m);
        var before = await deployment.Source.FailuresAsync();

        var batch = await ReadAsync(3);
        var poison = batch.Records.Ids[1];
        (await batch.Records.InvokeAsync(deployment.Running, deployment.Source.Mapping)).ShouldBe([poison]);
        (await deployment.TotalsAsync(customer)).ShouldBe("1 10");

        // Again from the first change on, as after a timeout, and then as Lambda goes on with the answers.
        var answers = await deployment.Source.DeliverAsync(batch);

        answers.ShouldBe([poison, poison, .. Enumerable.Repeat(poison, 1 + deployment.Source.Mapping.Retries), null]);
        (await deployment.TotalsAsync(customer)).ShouldBe("2 30.5");
        var failures = await deployment.Source.FailuresAsync();
        var failure = failures.Keys.Except(before.Keys, StringComparer.Ordinal).ShouldHaveSingleItem();
        var given = JsonNode.Parse(failures[failure]["payload"]!.GetValue<string>())!["Records"]!.AsArray().ShouldHaveSingleItem()!;
        given["dynamodb"]!["SequenceNumber"]!.GetValue<string>().ShouldBe(poison);
    }

    [Fact]
    public async Task Changes_OfAnOrder_AreAddedAndTakenAway()
    {
        var (customer, other) = (TableStreamDeployment.NewCustomer(), TableStreamDeployment.NewCustomer());
        await deployment.PutAsync($"{customer}-1", customer, 10);
        await deployment.PutAsync($"{customer}-1", customer, 15);
        await deployment.PutAsync($"{customer}-2", customer, 5);
        await deployment.PutAsync($"{customer}-2", other, 5);
        await deployment.PutAsync($"{customer}-3", customer, 1);
        await deployment.DeleteAsync($"{customer}-3");

        (await deployment.Source.DeliverAsync(await ReadAsync(6))).ShouldBe([null]);

        (await deployment.TotalsAsync(customer)).ShouldBe("1 15");
        (await deployment.TotalsAsync(other)).ShouldBe("1 5");
    }

    [Fact]
    public async Task Batch_DeliveredTwice_ChangesNothing()
    {
        var customer = TableStreamDeployment.NewCustomer();
        await deployment.PutAsync($"{customer}-1", customer, 10);
        await deployment.PutAsync($"{customer}-1", customer, 12);
        var batch = await ReadAsync(2);
        (await deployment.Source.DeliverAsync(batch)).ShouldBe([null]);
        var before = await AllAsync();

        (await deployment.Source.DeliverAsync(batch)).ShouldBe([null]);

        (await AllAsync()).ShouldBe(before);
        (await deployment.TotalsAsync(customer)).ShouldBe("1 12");
    }

    [Fact]
    public async Task Role_CallsOfTheFunction_AreAllowedAndNothingIsToSpare()
    {
        var customer = TableStreamDeployment.NewCustomer();
        await deployment.PutAsync($"{customer}-1", customer, 10);
        await deployment.Source.DeliverAsync(await ReadAsync(1));

        await deployment.Running.CheckPermissionsAsync(ForLambda);
        var policy = await deployment.Running.ReadPolicyAsync();
        policy.Allows("dynamodb:GetRecords", deployment.Source.Mapping.EventSourceArn).ShouldBeTrue();
        policy.Allows("dynamodb:PutItem", deployment.Source.Mapping.EventSourceArn.Split("/stream/")[0]).ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_BatchesOfTheFailureBucket_AreProcessedAndWhatStillFailsStays()
    {
        Tool.Require(Tool.AwsCli, "pip install awscli");
        Tool.Require(Tool.Bash, "bash, which on Windows comes with Git, https://git-scm.com");
        var customer = TableStreamDeployment.NewCustomer();
        await deployment.PutAsync($"{customer}-1", customer, 7);
        await deployment.PutAsync($"{customer}-2", customer, 8);
        var mended = await ReadAsync(2);
        await deployment.Source.GiveUpAsync(mended);
        await deployment.PutAsync($"{customer}-3", customer, null);
        var poison = await ReadAsync(1);
        await deployment.Source.GiveUpAsync(poison);
        deployment.Proxy.Invoke = (_, payload) => deployment.Runtime.InvokeAsync(payload);

        await PageScript.RunAsync(PageScript.Read("table-stream-processor.md", "replay"), deployment.Proxy.Address);

        (await deployment.TotalsAsync(customer)).ShouldBe("2 15");
        var left = (await deployment.Source.FailuresAsync()).Values
            .Select(failure => failure["DDBStreamBatchInfo"]!["startSequenceNumber"]!.GetValue<string>()).ToList();
        left.ShouldContain(poison.Records.Ids[0]);
        left.ShouldNotContain(mended.Records.Ids[0]);
    }

    private async Task<ShardBatch> ReadAsync(int count)
    {
        var batch = (await deployment.Source.ReadAsync()).ShouldNotBeNull();
        batch.Records.Ids.Count.ShouldBe(count);
        return batch;
    }

    private async Task<IReadOnlyList<string>> AllAsync() => [.. (await deployment.TotalsAsync()).Select(item => item.ToJsonString())];
}
