using Amazon.CDK;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedFargateServiceSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack =>
        new LoadBalancedFargateService(stack, "Shop", ServiceInput.Minimal(stack).To<LoadBalancedFargateServiceProps>(stack)));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new LoadBalancedFargateService(
        stack, "Shop", LoadBalancedSnapshot.EverythingSet(stack).To<LoadBalancedFargateServiceProps>(stack, new { SpotShare = 50 }));
}
