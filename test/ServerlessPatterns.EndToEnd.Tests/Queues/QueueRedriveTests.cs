using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The page's lines for dead letters, word for word. moto cannot move messages, so that is done here in its place.</summary>
[Collection(QueueCollection.Collection)]
public sealed class QueueRedriveTests
{
    private readonly QueueDeployment deployment;

    public QueueRedriveTests(QueueDeployment deployment)
    {
        Tool.RequireForDeployment();
        Tool.Require(Tool.AwsCli, "pip install awscli");
        Tool.Require(Tool.Bash, "bash, which on Windows comes with Git, https://git-scm.com");
        this.deployment = deployment;
    }

    [Fact]
    public async Task Redrive_DeadLetter_IsProcessedFromTheQueueItCameFrom()
    {
        var order = QueueDeployment.NewId();
        var letters = deployment.Stack.Outputs["DeadLetterQueue"];
        await deployment.Gallery.Aws.JsonAsync("sqs", "AmazonSQS.SendMessage", new { QueueUrl = letters, MessageBody = QueueDeployment.Order(order) });
        var proxy = deployment.Function.Proxy;
        proxy.StandIns["AmazonSQS.StartMessageMoveTask"] = MoveAsync;
        proxy.StandIns["AmazonSQS.ListMessageMoveTasks"] = request => Task.FromResult(new JsonObject { ["Results"] = new JsonArray() });

        await PageScript.RunAsync(PageScript.Read("queue-processor.md", "redrive"), proxy.Address);

        (await deployment.CountAsync(letters)).ShouldBe(0);
        (await deployment.Queue.DeliverAsync(await deployment.Queue.ReceiveAsync())).ShouldBeEmpty();
        (await deployment.OrdersAsync()).Keys.ShouldContain(order);
    }

    // Without a destination, to the queue whose dead-letter queue it is.
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
    private async Task<JsonObject> MoveAsync(JsonNode request)
    {
        var name = deployment.Stack.Outputs["DeadLetterQueue"].Split('/')[^1];
        request["SourceArn"]!.GetValue<string>().ShouldBe($"arn:aws:sqs:{deployment.Stack.Region}:{deployment.Stack.Account}:{name}");
        request["DestinationArn"].ShouldBeNull();
        var letter = await deployment.TakeDeadLetterAsync("DeadLetterQueue");
        await deployment.Queue.SendAsync(letter["Body"]!.GetValue<string>());
        return new() { ["TaskHandle"] = "handle" };
    }
}
