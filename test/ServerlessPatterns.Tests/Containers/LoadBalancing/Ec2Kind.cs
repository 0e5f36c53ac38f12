using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>Makes the services of the shared cases on EC2.</summary>
internal static class Ec2Kind
{
    public static LoadBalancedEc2Service Make(Construct scope, string id, ServiceInput input, object? own = null) =>
        new(scope, id, input.To<LoadBalancedEc2ServiceProps>(scope, own));
}
