using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="LoadBalancedFargateService"/>.</summary>
public sealed class LoadBalancedFargateServiceProps : LoadBalancedServiceProps
{
    /// <summary>
    /// How many percent of the tasks beyond <see cref="ServiceScaling.MinTasks"/> run on Fargate Spot, 0 to 100: at about
    /// a third of the price, and taken away with two minutes' notice when AWS needs them. The least number of tasks
    /// always runs on demand.
    /// </summary>
    /// <value>The default value is 0.</value>
    public int SpotShare { get; init; }

    /// <summary>Called with the props of the service right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<FargateServiceProps>? ConfigureService { get; init; }
}
