namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The gallery's <c>LoadBalancedEc2Service</c>.</summary>
public sealed class LoadBalancedEc2Deployment(GalleryFixture gallery) : StackDeployment(gallery, "LoadBalancedEc2");

public sealed class LoadBalancedEc2StackTests(LoadBalancedEc2Deployment deployment, ITestOutputHelper output)
    : LoadBalancedStackTests(deployment, output), IClassFixture<LoadBalancedEc2Deployment>
{
    protected override IReadOnlyList<string> NotMadeByMoto =>
        [.. NeverMade, "AWS::ECS::CapacityProvider", "AWS::ECS::ClusterCapacityProviderAssociations"];

    [Fact]
    public async Task Hosts_OfTheStack_AreMadeFromTheTemplateByTheGroup()
    {
        var groups = await Aws.QueryAsync("autoscaling", "2011-01-01", "DescribeAutoScalingGroups", ("AutoScalingGroupNames.member.1", Id("AWS::AutoScaling::AutoScalingGroup")));

        groups.All("LaunchTemplateId").First().Value.ShouldBe(Id("AWS::EC2::LaunchTemplate"));
        groups.Text("MinSize").ShouldBe("2");
        groups.Text("MaxSize").ShouldBe("10");
    }
}
