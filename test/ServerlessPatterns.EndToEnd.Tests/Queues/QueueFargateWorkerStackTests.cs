using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The gallery's <c>QueueFargateWorker</c>, whose container needs an engine to run.</summary>
public sealed class QueueFargateWorkerDeployment(GalleryFixture gallery) : StackDeployment(gallery, "QueueFargateWorker");

public sealed class QueueFargateWorkerStackTests(QueueFargateWorkerDeployment deployment, ITestOutputHelper output)
    : StackTests(deployment, output), IClassFixture<QueueFargateWorkerDeployment>
{
    private const string Ecs = "AmazonEC2ContainerServiceV20141113";

    protected override IReadOnlyList<string> NotMadeByMoto =>
    [
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        "AWS::CloudWatch::Alarm",
        "AWS::SQS::QueuePolicy",
    ];

    protected override IReadOnlyList<string> DroppedByMoto => ["service: network, circuit breaker, deployment alarms, rebalancing", "container: runs nowhere"];

    [Fact]
    public async Task Queue_AsDeployed_RedrivesToTheDeadLetterQueueAfterFiveReceives()
    {
        var queue = await AttributesAsync(deployment.Stack.Outputs["Queue"]);
        var deadLetters = await AttributesAsync(deployment.Stack.Outputs["DeadLetterQueue"]);

        queue["VisibilityTimeout"]!.GetValue<string>().ShouldBe("900");
        var redrive = JsonNode.Parse(queue["RedrivePolicy"]!.GetValue<string>())!;
        redrive["deadLetterTargetArn"]!.GetValue<string>().ShouldBe(deadLetters["QueueArn"]!.GetValue<string>());
        redrive["maxReceiveCount"]!.ToString().ShouldBe("5");
        deadLetters["MessageRetentionPeriod"]!.GetValue<string>().ShouldBe("1209600");
    }

    [Fact]
    public async Task Message_ReceivedSixTimes_IsADeadLetter()
    {
        var (queue, deadLetters) = (deployment.Stack.Outputs["Queue"], deployment.Stack.Outputs["DeadLetterQueue"]);
        await SqsAsync("SendMessage", new { QueueUrl = queue, MessageBody = "always fails" });
        for (var receive = 0; receive < 6; receive++)
        {
            await SqsAsync("ReceiveMessage", new { QueueUrl = queue, VisibilityTimeout = 0 });
        }

        var dead = await SqsAsync("ReceiveMessage", new { QueueUrl = deadLetters });

        dead["Messages"]!.AsArray().ShouldHaveSingleItem()!["Body"]!.GetValue<string>().ShouldBe("always fails");
        await SqsAsync("PurgeQueue", new { QueueUrl = deadLetters });
    }

    [Fact]
    public async Task Container_AsDeployed_KnowsTheDeployedQueue()
    {
        var task = deployment.Stack.PhysicalId("AWS::ECS::TaskDefinition", "Worker");

        var described = await EcsAsync("DescribeTaskDefinition", new { taskDefinition = task });

        var container = described["taskDefinition"]!["containerDefinitions"]!.AsArray().ShouldHaveSingleItem()!;
        container["environment"]!.AsArray().ToDictionary(variable => variable!["name"]!.GetValue<string>(), variable => variable!["value"]!.GetValue<string>())
            .ShouldBe(
                new Dictionary<string, string> { ["QUEUE_URL"] = deployment.Stack.Outputs["Queue"], ["VISIBILITY_TIMEOUT_SECONDS"] = "900" },
                ignoreOrder: true);
        container["image"]!.GetValue<string>().ShouldEndWith("/worker:1.0.0");
    }

    [Fact]
    public async Task Service_AsDeployed_RunsThatTaskDefinitionInTheCluster()
    {
        var cluster = deployment.Stack.Outputs["Cluster"];
        var service = deployment.Stack.PhysicalId("AWS::ECS::Service", "Worker");

        var described = await EcsAsync("DescribeServices", new { cluster, services = new[] { service } });

        var made = described["services"]!.AsArray().ShouldHaveSingleItem()!;
        made["clusterArn"]!.GetValue<string>().ShouldEndWith($":cluster/{cluster}");
        made["taskDefinition"]!.GetValue<string>().ShouldBe(deployment.Stack.PhysicalId("AWS::ECS::TaskDefinition", "Worker"));
        made["loadBalancers"]!.AsArray().ShouldBeEmpty();
    }

    private async Task<JsonNode> AttributesAsync(string queue) =>
        (await SqsAsync("GetQueueAttributes", new { QueueUrl = queue, AttributeNames = new[] { "All" } }))["Attributes"]!;

    private Task<JsonNode> SqsAsync(string action, object request) => deployment.Gallery.Aws.JsonAsync("sqs", $"AmazonSQS.{action}", request);

    private Task<JsonNode> EcsAsync(string action, object request) => deployment.Gallery.Aws.JsonAsync("ecs", $"{Ecs}.{action}", request);
}
