namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Messages put on the deployed queues, handed to the deployed sample, and found in the deployed table.</summary>
[Collection(QueueCollection.Collection)]
public sealed class QueueTests
{
    private const string Poison = """{"orderId":"no lines"}""";

    /// <summary>What Lambda itself does with the role, and no call of the handler shows.</summary>
    private static readonly string[] ForLambda =
    [
        "logs:CreateLogStream", "logs:PutLogEvents", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage",
        "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    private readonly QueueDeployment deployment;

    public QueueTests(QueueDeployment deployment)
    {
        Tool.RequireForDeployment();
        this.deployment = deployment;
    }

    [Fact]
    public async Task Standard_PoisonInTheBatch_IsReportedAloneAndEndsAsADeadLetter()
    {
        var queue = deployment.Queue;
        string[] orders = [QueueDeployment.NewId(), QueueDeployment.NewId(), QueueDeployment.NewId()];
        await queue.SendAsync(QueueDeployment.Order(orders[0]));
        var poison = await queue.SendAsync(Poison);
        await queue.SendAsync(QueueDeployment.Order(orders[1]));
        await queue.SendAsync(QueueDeployment.Order(orders[2]));

        var batch = await queue.ReceiveAsync();
        batch.Ids.Count.ShouldBe(4);
        (await queue.DeliverAsync(batch)).ShouldBe([poison]);

        orders.ShouldBeSubsetOf((await deployment.OrdersAsync()).Keys);
        var receives = await DeliverUntilGoneAsync(queue, poison);
        receives.ShouldBe(MaxReceiveCount(deployment.Function));
        await ShouldBeDeadAsync(queue, "DeadLetterQueue", poison);
    }

    [Fact]
    public async Task Fifo_PoisonInAGroup_IsReportedWithAllAfterItInItsGroup()
    {
        var queue = deployment.FifoQueue;
        string[] orders = [.. Enumerable.Range(0, 5).Select(_ => QueueDeployment.NewId())];
        await queue.SendAsync(QueueDeployment.Order(orders[0]), "ada");
        var poison = await queue.SendAsync(Poison, "ada");
        await queue.SendAsync(QueueDeployment.Order(orders[1]), "bob");
        var behind = await queue.SendAsync(QueueDeployment.Order(orders[2]), "ada");
        var last = await queue.SendAsync(QueueDeployment.Order(orders[3]), "ada");
        await queue.SendAsync(QueueDeployment.Order(orders[4]), "bob");

        var batch = await queue.ReceiveAsync();
        batch.Ids.Count.ShouldBe(6);
        (await queue.DeliverAsync(batch)).ShouldBe([poison, behind, last], ignoreOrder: true);

        var found = (await deployment.OrdersAsync()).Keys;
        new[] { orders[0], orders[1], orders[4] }.ShouldBeSubsetOf(found);
        found.ShouldNotContain(orders[2]);
        found.ShouldNotContain(orders[3]);

        await DeliverUntilGoneAsync(queue, poison);
        await ShouldBeDeadAsync(queue, "FifoDeadLetterQueue", poison);
    }

    [Fact]
    public async Task Fifo_GroupBehindThePoison_GoesOnWhenThatHasFailedForTheLastTime()
    {
        var queue = deployment.FifoQueue;
        string[] orders = [QueueDeployment.NewId(), QueueDeployment.NewId()];
        var poison = await queue.SendAsync(Poison, "eve");
        await queue.SendAsync(QueueDeployment.Order(orders[0]), "eve");
        await queue.SendAsync(QueueDeployment.Order(orders[1]), "eve");

        var receives = await DeliverUntilGoneAsync(queue, poison);

        receives.ShouldBe(MaxReceiveCount(deployment.FifoFunction));
        orders.ShouldBeSubsetOf((await deployment.OrdersAsync()).Keys);
        await ShouldBeDeadAsync(queue, "FifoDeadLetterQueue", poison);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Batch_DeliveredTwice_ChangesNothing(bool fifo)
    {
        var (queue, function) = fifo ? (deployment.FifoQueue, deployment.FifoFunction) : (deployment.Queue, deployment.Function);
        string[] orders = [QueueDeployment.NewId(), QueueDeployment.NewId(), QueueDeployment.NewId()];
        foreach (var order in orders)
        {
            await queue.SendAsync(QueueDeployment.Order(order), fifo ? "zoe" : null);
        }

        var batch = await queue.ReceiveAsync();
        (await batch.InvokeAsync(function, queue.Mapping)).ShouldBeEmpty();
        var before = await deployment.OrdersAsync();
        orders.ShouldBeSubsetOf(before.Keys);

        // As after a timeout, which loses the answer.
        (await queue.DeliverAsync(batch)).ShouldBeEmpty();

        (await deployment.OrdersAsync()).ShouldBe(before, ignoreOrder: true);
        (await deployment.CountAsync(queue.Url)).ShouldBe(0);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Role_CallsOfTheFunction_AreAllowedAndNothingIsToSpare(bool fifo)
    {
        var (queue, function) = fifo ? (deployment.FifoQueue, deployment.FifoFunction) : (deployment.Queue, deployment.Function);
        await queue.SendAsync(QueueDeployment.Order(QueueDeployment.NewId()), fifo ? "ivy" : null);
        await queue.DeliverAsync(await queue.ReceiveAsync());

        await function.CheckPermissionsAsync(ForLambda);
        var policy = await function.ReadPolicyAsync();
        policy.Allows("sqs:ReceiveMessage", queue.Mapping.EventSourceArn).ShouldBeTrue();
        policy.Allows("sqs:SendMessage", queue.Mapping.EventSourceArn).ShouldBeFalse();
        policy.Allows("sqs:ReceiveMessage", (fifo ? deployment.Queue : deployment.FifoQueue).Mapping.EventSourceArn).ShouldBeFalse();
    }

    private static int MaxReceiveCount(RunningFunction function) =>
        int.Parse(function.Deployed.Environment["MAX_RECEIVE_COUNT"], System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>How often the message was received, the last time included.</returns>
    private static async Task<int> DeliverUntilGoneAsync(QueueSource queue, string id)
    {
        var receives = 0;
        for (var batch = await queue.ReceiveAsync(); batch.Records.Count > 0; batch = await queue.ReceiveAsync())
        {
            var message = batch.Records.Single(record => batch.IdOf(record) == id);
            receives = int.Parse(message["attributes"]!["ApproximateReceiveCount"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
            (await queue.DeliverAsync(batch)).ShouldContain(id);
        }

        return receives;
    }

    private async Task ShouldBeDeadAsync(QueueSource queue, string deadLetterQueue, string id)
    {
        (await deployment.CountAsync(queue.Url)).ShouldBe(0);
        var letter = await deployment.TakeDeadLetterAsync(deadLetterQueue);
        letter["MessageId"]!.GetValue<string>().ShouldBe(id);
        letter["Body"]!.GetValue<string>().ShouldBe(Poison);
    }
}
