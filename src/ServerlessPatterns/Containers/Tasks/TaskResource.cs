using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the task definition itself.</summary>
internal static class TaskResource
{
    public static TaskDefinition Define(Construct scope, TaskRequest request, TaskRoles task, TaskRoles execution)
    {
        // Whatever the CDK would add to a role that was given goes into the pattern's own policy instead.
        var starter = request.Settings.ExecutionRole is { } given
            ? Role.FromRoleArn(scope, "GivenExecutionRole", given.RoleArn, new FromRoleArnOptions { Mutable = false })
            : execution.Role;
        var props = Props(request, task.Role, starter);
        if (request.ConfigureTaskDefinition is { } configure)
        {
            configure(props);
            TaskHookChecks.ThrowIfBroken(scope, request, Props(request, task.Role, starter), props);
        }

        var definition = new TaskDefinition(scope, "TaskDefinition", props);
        if (request.OnEc2)
        {
            // The CDK refuses the platform of tasks on EC2, which ECS knows just as well, and places them by it.
            var resource = (CfnTaskDefinition)definition.Node.DefaultChild!;
            resource.AddPropertyOverride("RuntimePlatform.OperatingSystemFamily", "LINUX");
            resource.AddPropertyOverride("RuntimePlatform.CpuArchitecture", TaskArchitecture.IsArm(request.Architecture) ? "ARM64" : "X86_64");
        }

        return definition;
    }

    private static TaskDefinitionProps Props(TaskRequest request, IRole task, IRole execution)
    {
        var size = request.Size;
        return new TaskDefinitionProps
        {
            Compatibility = request.OnEc2 ? Compatibility.EC2 : Compatibility.FARGATE,
            NetworkMode = NetworkMode.AWS_VPC,
            Cpu = Tokens.Text(size.Cpu),
            MemoryMiB = Tokens.Text(size.MemoryMiB),
            EphemeralStorageGiB = request.Settings.EphemeralStorageGiB,
            RuntimePlatform = request.OnEc2 ? null : new RuntimePlatform
            {
                CpuArchitecture = request.Architecture,
                OperatingSystemFamily = OperatingSystemFamily.LINUX,
            },
            TaskRole = task,
            ExecutionRole = execution,
            Volumes = [.. TaskContainer.Volumes(request).Select(IVolume (volume) => new Volume { Name = volume.Name })],
        };
    }
}
