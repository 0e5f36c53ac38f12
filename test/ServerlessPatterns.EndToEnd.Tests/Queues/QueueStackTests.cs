namespace ServerlessPatterns.EndToEnd.Tests;

[Collection(QueueCollection.Collection)]
public sealed class QueueStackTests(QueueDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    protected override IReadOnlyList<string> NotMadeByMoto => ["AWS::CloudWatch::Alarm", "AWS::SQS::QueuePolicy"];

    protected override IReadOnlyList<string> DroppedByMoto => ["function: architecture, logging configuration, tracing"];

    [Fact]
    public void Functions_Configuration_IsThatOfTheTemplate()
    {
        deployment.Function.Deployed.ShouldBeAsIn(deployment.Stack, "dotnet10");
        deployment.FifoFunction.Deployed.ShouldBeAsIn(deployment.Stack, "dotnet10");
    }

    [Fact]
    public void Mappings_Each_ReadsItsQueueAndAsksForTheFailures()
    {
        foreach (var (queue, url) in new[] { (deployment.Queue, "Queue"), (deployment.FifoQueue, "FifoQueue") })
        {
            queue.Url.ShouldEndWith(deployment.Stack.Outputs[url].Split('/')[^1]);
            queue.Mapping.BatchSize.ShouldBe(10);
            queue.Mapping.ReportsFailures.ShouldBeTrue();
        }
    }
}

public sealed class QueueDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "QueueProcessor")
{
    protected override IReadOnlyList<string> Kept => ["AWS::DynamoDB::Table", "AWS::Logs::LogGroup", "AWS::SQS::Queue"];

    protected override IReadOnlyList<string> Removed => ["AWS::IAM::Role", "AWS::Lambda::EventSourceMapping", "AWS::Lambda::Function"];
}
