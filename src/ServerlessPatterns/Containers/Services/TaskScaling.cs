using Amazon.CDK;
using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;

namespace ServerlessPatterns;

/// <summary>Makes the scaling of a service: it grows by the policy that asks for most.</summary>
internal static class TaskScaling
{
    public static ScalableTaskCount Define(BaseService service, ServiceScaling scaling, ApplicationTargetGroup targetGroup)
    {
        var tasks = service.AutoScaleTaskCount(new EnableScalingProps { MinCapacity = scaling.MinTasks, MaxCapacity = scaling.MaxTasks });
        var (scaleIn, scaleOut) = (scaling.ScaleInCooldown ?? Duration.Seconds(120), scaling.ScaleOutCooldown ?? Duration.Seconds(60));
        if (scaling.CpuUtilization is { } cpu)
        {
            tasks.ScaleOnCpuUtilization("Cpu", new CpuUtilizationScalingProps
            {
                TargetUtilizationPercent = cpu,
                ScaleInCooldown = scaleIn,
                ScaleOutCooldown = scaleOut,
            });
        }

        if (scaling.MemoryUtilization is { } memory)
        {
            tasks.ScaleOnMemoryUtilization("Memory", new MemoryUtilizationScalingProps
            {
                TargetUtilizationPercent = memory,
                ScaleInCooldown = scaleIn,
                ScaleOutCooldown = scaleOut,
            });
        }

        if (scaling.RequestsPerTask is { } requests)
        {
            tasks.ScaleOnRequestCount("Requests", new RequestCountScalingProps
            {
                TargetGroup = targetGroup,
                RequestsPerTarget = requests,
                ScaleInCooldown = scaleIn,
                ScaleOutCooldown = scaleOut,
            });
        }

        return tasks;
    }
}
