using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedFargateServiceOverrideTests : LoadBalancedOverrideCases
{
    [Fact]
    public void SpotShare_Set_KeepsTheLeastNumberOfTasksOnDemand()
    {
        var template = Synthesized.Stack(stack => FargateKind.Make(stack, "Shop", ServiceInput.Minimal(stack), new { SpotShare = 75 }));

        var service = Service(template);
        service["LaunchType"].ShouldBeNull();
        service["CapacityProviderStrategy"].ShouldBeJson(
            """[{"Base":2,"CapacityProvider":"FARGATE","Weight":25},{"CapacityProvider":"FARGATE_SPOT","Weight":75}]""");
        var (id, association) = template.All("AWS::ECS::ClusterCapacityProviderAssociations").Single();
        association["Properties"]!["CapacityProviders"].ShouldBeJson("""["FARGATE","FARGATE_SPOT"]""");
        association["Properties"]!["Cluster"].Target().ShouldBe(Service(template)["Cluster"].Target());
        template.Single("AWS::ECS::Service")["DependsOn"]!.AsArray().Select(other => (string?)other).ShouldContain(id);
    }

    [Fact]
    public void Network_OfPublicSubnets_GivesTheTasksAddresses()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { Network = Network.PublicSubnets() });

        ((string?)Service(template)["NetworkConfiguration"]!["AwsvpcConfiguration"]!["AssignPublicIp"]).ShouldBe("ENABLED");
        ((string?)template.Properties("AWS::ElasticLoadBalancingV2::LoadBalancer")["Scheme"]).ShouldBe("internal");
    }

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => FargateKind.Make(scope, id, input);
}
