using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedFargateServiceChecksTests : LoadBalancedChecksCases
{
    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void SpotShare_OutOfRange_IsRefused(int share)
    {
        var problem = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
            FargateKind.Make(stack, "Shop", ServiceInput.Minimal(stack), new { SpotShare = share }))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("SP2267");
        problem.Property.ShouldBe("SpotShare");
        problem.Allowed.ShouldBe("0 to 100 percent");
    }

    [Fact]
    public void Size_ThatFargateHasNot_IsRefusedWithTheNearest()
    {
        var problem = Refused(stack => ServiceInput.Minimal(stack) with { ContainerSettings = new() { Cpu = 256, MemoryLimitMiB = 4096 } })
            .Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("SP2201");
        problem.Property.ShouldBe("ContainerSettings.Cpu");
    }

    [Fact]
    public void SpotShare_WithAGivenCluster_IsAWarning() => Synthesized.Stack(stack =>
    {
        var cluster = new Cluster(stack, "Given", new ClusterProps { Vpc = GivenVpc.Define(stack) });
        FargateKind.Make(stack, "Shop", ServiceInput.Minimal(stack) with { Network = null, Cluster = cluster }, new { SpotShare = 100 });
    }).Annotations.ShouldContain(text => text.Contains("FARGATE_SPOT", StringComparison.Ordinal));

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => FargateKind.Make(scope, id, input);
}
