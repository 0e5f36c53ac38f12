using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerGivenTests
{
    [Fact]
    public void Queue_Imported_IsUsedAsItIs()
    {
        var template = Synthesized.Stack(stack => new QueueFargateWorker(stack, "Worker", new()
        {
            Source = WorkerSamples.Source(stack),
            Network = Network.Isolated(),
            Queue = Queue.FromQueueArn(stack, "Given", QueueSamples.QueueArn),
        }));

        template.All("AWS::SQS::Queue").ShouldBeEmpty();
        var environment = template.Properties("AWS::ECS::TaskDefinition")["ContainerDefinitions"]![0]!["Environment"]!.AsArray();
        environment.Select(variable => (string?)variable!["Name"]).ShouldBe(["QUEUE_URL"]);
        template.Properties("AWS::ECS::Service")["DeploymentConfiguration"]!["Alarms"].ShouldBeNull();
        template.Annotations.ShouldContain(text => text.Contains("dead-letter queue of an imported queue cannot be seen", StringComparison.Ordinal));
    }

    [Fact]
    public void ResourcesOfOtherStacks_All_MakeNoCycle()
    {
        var template = Synthesized.App("Work", app =>
        {
            var ground = new Stack(app, "Ground");
            var vpc = GivenVpc.WithNat(ground);
            var cluster = new Cluster(ground, "Cluster", new ClusterProps { Vpc = vpc });
            var key = new Amazon.CDK.AWS.KMS.Key(ground, "Key");
            var queue = new Queue(ground, "Queue", new QueueProps
            {
                EncryptionMasterKey = key,
                VisibilityTimeout = Duration.Minutes(5),
                DeadLetterQueue = new DeadLetterQueue { Queue = new Queue(ground, "Dead"), MaxReceiveCount = 3 },
            });
            var images = new Amazon.CDK.AWS.ECR.Repository(ground, "Images");
            new QueueFargateWorker(new Stack(app, "Work"), "Worker", new()
            {
                Source = ContainerSource.FromEcr(images, "1.0.0"),
                Cluster = cluster,
                Queue = queue,
            });
        });

        template.All("AWS::EC2::VPC").ShouldBeEmpty();
        template.All("AWS::ECS::Cluster").ShouldBeEmpty();
        template.Properties("AWS::ECS::Service")["Cluster"]!["Fn::ImportValue"].ShouldNotBeNull();
        template.Annotations.ShouldContain(text => text.Contains("must have Container Insights", StringComparison.Ordinal));
    }

    [Fact]
    public void Cluster_GivenWithSpot_IsAskedForItsCapacityProviders() => Synthesized.Stack(stack => new QueueFargateWorker(stack, "Worker", new()
    {
        Source = WorkerSamples.Source(stack),
        Cluster = new Cluster(stack, "Cluster", new ClusterProps { Vpc = new Vpc(stack, "Vpc", new VpcProps { MaxAzs = 2 }) }),
        SpotShare = 50,
    })).Annotations.ShouldContain(text => text.Contains("FARGATE_SPOT", StringComparison.Ordinal));

    [Fact]
    public void TaskRole_Given_GetsThePermissionsHere()
    {
        var template = Synthesized.Stack(stack => new QueueFargateWorker(stack, "Worker", new()
        {
            Source = WorkerSamples.Source(stack),
            Network = Network.Isolated(),
            ContainerSettings = new() { TaskRole = Amazon.CDK.AWS.IAM.Role.FromRoleArn(stack, "Role", "arn:aws:iam::123456789012:role/mine") },
        }));

        template.All("AWS::IAM::Policy").Values.ShouldContain(policy => policy["Properties"]!["Roles"]!.ToJsonString() == "[\"mine\"]"
            && policy.ToJsonString().Contains("sqs:ReceiveMessage", StringComparison.Ordinal));
    }
}
