using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>What the tasks of a <see cref="QueueFargateWorker"/> may do, and nothing else until they are granted more.</summary>
internal static class WorkerPermissions
{
    public static void Grant(QueueFargateWorker worker, QueueFargateWorkerProps props)
    {
        worker.Task.Allow(
            ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
            worker.Queue.QueueArn);
        if (worker.Queue.EncryptionMasterKey is { } key)
        {
            worker.Task.Allow(["kms:Decrypt"], key.KeyArn);
        }

        if (props.TaskProtection)
        {
            // A task has no name before it runs; what it asks the agent for is for itself.
            // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection-endpoint.html
            worker.Task.Allow(["ecs:GetTaskProtection", "ecs:UpdateTaskProtection"], Stack.Of(worker).FormatArn(new ArnComponents
            {
                Service = "ecs",
                Resource = "task",
                ResourceName = $"{worker.Cluster.ClusterName}/*",
            }));
        }
    }
}
