using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedEc2ServiceGivenTests : LoadBalancedGivenCases
{
    [Fact]
    public void CapacityProvider_OfAnotherService_IsSharedAndNothingIsMade()
    {
        var template = Synthesized.Stack(stack =>
        {
            var cluster = new Cluster(stack, "Given", new ClusterProps { Vpc = GivenVpc.Define(stack) });
            var input = ServiceInput.Minimal(stack) with { Network = null, Cluster = cluster };
            var first = Ec2Kind.Make(stack, "First", input);
            var second = (LoadBalancedEc2Service)MakeBeside(first, stack, "Second", input);
            second.CapacityProvider.ShouldBeSameAs(first.CapacityProvider);
            second.AutoScalingGroup.ShouldBeNull();
        });

        template.All("AWS::AutoScaling::AutoScalingGroup").Count.ShouldBe(1);
        template.All("AWS::EC2::LaunchTemplate").Count.ShouldBe(1);
        template.All("AWS::ECS::ClusterCapacityProviderAssociations").Count.ShouldBe(1);
        var provider = template.All("AWS::ECS::CapacityProvider").Keys.Single();
        template.All("AWS::ECS::Service").Values
            .ShouldAllBe(service => service["Properties"]!["CapacityProviderStrategy"]![0]!["CapacityProvider"].Target() == provider);
        template.Annotations.Count(text => text.Contains("in place of all that it has", StringComparison.Ordinal)).ShouldBe(1);
    }

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => Ec2Kind.Make(scope, id, input);

    private protected override Construct MakeBeside(Construct first, Construct scope, string id, ServiceInput input) =>
        Ec2Kind.Make(scope, id, input, new { ((LoadBalancedEc2Service)first).CapacityProvider });
}
