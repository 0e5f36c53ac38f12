using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>A container that runs every night, from an image that was pushed before.</summary>
public sealed class ScheduledFargateTaskStack : Stack
{
    public ScheduledFargateTaskStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var archive = new ScheduledFargateTask(this, "NightlyArchive", new()
        {
            Schedule = ScheduleTimes.Cron(minute: "0", hour: "3"),
            TimeZone = "Europe/Berlin",
            Source = ContainerSource.FromEcr(Repository.FromRepositoryName(this, "Images", "nightly-archive"), "1.0.0"),
            Network = Network.Isolated(),
            RunEnvironment = new Dictionary<string, string> { ["SCHEDULED_TIME"] = "<aws.scheduler.scheduled-time>" },
        });

        new CfnOutput(this, "Cluster", new CfnOutputProps { Value = archive.Network.Cluster.ClusterName });
        new CfnOutput(this, "TaskDefinition", new CfnOutputProps { Value = archive.Task.TaskDefinition.TaskDefinitionArn });
        new CfnOutput(this, "FailedTaskQueue", new CfnOutputProps { Value = archive.FailedTaskQueue.QueueUrl });
    }
}
