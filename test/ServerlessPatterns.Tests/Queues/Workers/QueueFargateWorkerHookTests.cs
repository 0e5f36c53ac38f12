using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerHookTests
{
    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = WorkerSamples.Worker(source => new()
        {
            Source = source,
            Network = Network.Isolated(),
            ConfigureQueue = queue =>
            {
                queue.VisibilityTimeout!.ToSeconds().ShouldBe(900);
                queue.DeliveryDelay = Duration.Seconds(5);
            },
            ConfigureDeadLetterQueue = queue => queue.QueueName = "dead",
            ConfigureVpc = vpc => vpc.VpcName = "mine",
            ConfigureCluster = cluster => cluster.ClusterName = "workers",
            ConfigureTaskDefinition = task => task.Family = "worker",
            ConfigureContainer = container => container.WorkingDirectory = "/work",
            ConfigureService = service =>
            {
                service.MaxHealthyPercent.ShouldBe(200);
                service.ServiceName = "worker";
            },
        });

        ((double?)template.Properties("AWS::SQS::Queue", "WorkerQueue")["DelaySeconds"]).ShouldBe(5);
        ((string?)template.Properties("AWS::SQS::Queue", "DeadLetterQueue")["QueueName"]).ShouldBe("dead");
        ((string?)template.Properties("AWS::ECS::Cluster")["ClusterName"]).ShouldBe("workers");
        ((string?)template.Properties("AWS::ECS::TaskDefinition")["Family"]).ShouldBe("worker");
        ((string?)template.Properties("AWS::ECS::TaskDefinition")["ContainerDefinitions"]![0]!["WorkingDirectory"]).ShouldBe("/work");
        ((string?)template.Properties("AWS::ECS::Service")["ServiceName"]).ShouldBe("worker");
    }

    [Fact]
    public void ConfigureQueue_ShownTooSoon_IsRefused()
    {
        var problem = WorkerSamples.Problem((_, source) => new()
        {
            Source = source,
            Network = Network.Isolated(),
            ConfigureQueue = queue => queue.VisibilityTimeout = Duration.Seconds(119),
        });

        problem.Code.ShouldBe("SP2450");
        problem.Property.ShouldBe("VisibilityTimeout");
    }

    [Fact]
    public void ConfigureService_WhatOthersRelyOn_IsRefused()
    {
        Refused("Cluster", (stack, service) => service.Cluster = Cluster.FromClusterAttributes(stack, "Other", new ClusterAttributes { ClusterName = "other", Vpc = service.Cluster.Vpc, SecurityGroups = [] }));
        Refused("DesiredCount", (_, service) => service.DesiredCount = 3);
        Refused("TaskDefinition", (stack, service) => service.TaskDefinition = new FargateTaskDefinition(stack, "Other"));
        Refused("SecurityGroups", (stack, service) => service.SecurityGroups = [SecurityGroup.FromSecurityGroupId(stack, "Other", "sg-1")]);
    }

    private static void Refused(string property, Action<Stack, FargateServiceProps> hook) => WorkerSamples.Problem((stack, source) => new()
    {
        Source = source,
        Network = Network.Isolated(),
        ConfigureService = service => hook(stack, service),
    }).Property.ShouldBe($"ConfigureService.{property}");
}
