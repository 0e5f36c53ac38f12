using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>Containers that work off a queue, none while there is nothing to do.</summary>
public sealed class QueueFargateWorkerStack : Stack
{
    public QueueFargateWorkerStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var worker = new QueueFargateWorker(this, "Worker", new()
        {
            // The image is pushed before this stack is deployed; the tag is never pushed twice.
            Source = ContainerSource.FromEcr(Repository.FromRepositoryName(this, "Images", "worker"), "1.0.0"),
            Network = Network.Isolated(),
            Scaling = new() { MinTasks = 0 },
        });

        new CfnOutput(this, "Queue", new CfnOutputProps { Value = worker.Queue.QueueUrl });
        new CfnOutput(this, "DeadLetterQueue", new CfnOutputProps { Value = worker.DeadLetterQueue!.QueueUrl });
        new CfnOutput(this, "Cluster", new CfnOutputProps { Value = worker.Cluster.ClusterName });
        new CfnOutput(this, "Service", new CfnOutputProps { Value = worker.Service.ServiceName });
    }
}
