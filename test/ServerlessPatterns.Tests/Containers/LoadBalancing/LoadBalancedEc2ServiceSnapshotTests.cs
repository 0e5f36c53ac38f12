using Amazon.CDK;
using Amazon.CDK.AWS.EC2;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedEc2ServiceSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack => Ec2Kind.Make(stack, "Shop", ServiceInput.Minimal(stack)));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => Ec2Kind.Make(stack, "Shop", LoadBalancedSnapshot.EverythingSet(stack), new
    {
        InstanceType = new InstanceType("m7i.large"),
        HostImage = HostImage.Bottlerocket,
        MinInstances = 3,
        MaxInstances = 9,
        MaxInstanceLifetime = Duration.Days(7),
    });
}
