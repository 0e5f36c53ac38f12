using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>Makes the services of the shared cases on Fargate.</summary>
internal static class FargateKind
{
    public static LoadBalancedFargateService Make(Construct scope, string id, ServiceInput input, object? own = null) =>
        new(scope, id, input.To<LoadBalancedFargateServiceProps>(scope, own));
}
