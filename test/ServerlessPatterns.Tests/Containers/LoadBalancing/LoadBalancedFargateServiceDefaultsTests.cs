using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedFargateServiceDefaultsTests : LoadBalancedDefaultsCases
{
    private static readonly Lazy<Synthesized> Template = new(() =>
        Synthesized.Stack(stack => FargateKind.Make(stack, "Shop", ServiceInput.Minimal(stack))));

    private protected override Synthesized Defaults => Template.Value;

    [Fact]
    public void Service_ByDefault_RunsOnFargateOnDemand()
    {
        var service = Service(Defaults);
        ((string?)service["LaunchType"]).ShouldBe("FARGATE");
        ((string?)service["PlatformVersion"]).ShouldBe("LATEST");
        service["CapacityProviderStrategy"].ShouldBeNull();
        ((string?)service["NetworkConfiguration"]!["AwsvpcConfiguration"]!["AssignPublicIp"]).ShouldBe("DISABLED");
        Defaults.All("AWS::ECS::ClusterCapacityProviderAssociations").ShouldBeEmpty();
        Defaults.Properties("AWS::ECS::TaskDefinition")["RequiresCompatibilities"].ShouldBeJson("""["FARGATE"]""");
    }

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => FargateKind.Make(scope, id, input);
}
