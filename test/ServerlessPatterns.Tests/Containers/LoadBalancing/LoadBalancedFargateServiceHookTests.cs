using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedFargateServiceHookTests : LoadBalancedHookCases
{
    public static TheoryData<string, Action<FargateServiceProps>> BreakingService => new()
    {
        { "ConfigureService.DesiredCount", props => props.DesiredCount = 2 },
        { "ConfigureService.Cluster", props => props.Cluster = null! },
        { "ConfigureService.TaskDefinition", props => props.TaskDefinition = null! },
        { "ConfigureService.SecurityGroups", props => props.SecurityGroups = [] },
        { "ConfigureService.DeploymentController", props => props.DeploymentController = new DeploymentController { Type = DeploymentControllerType.CODE_DEPLOY } },
    };

    [Theory]
    [MemberData(nameof(BreakingService), DisableDiscoveryEnumeration = true)]
    public void ConfigureService_ThatBreaksThePattern_IsRefused(string property, Action<FargateServiceProps> hook)
    {
        var problem = Should.Throw<PatternValidationException>(() => Configure(hook)).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("SP2269");
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void ConfigureService_HasTheLastWord()
    {
        var template = Configure(props =>
        {
            props.MinHealthyPercent.ShouldBe(100);
            props.ServiceName = "shop";
            props.MinHealthyPercent = 50;
            props.MaxHealthyPercent = 100;
        });

        ((string?)Service(template)["ServiceName"]).ShouldBe("shop");
        ((int?)Service(template)["DeploymentConfiguration"]!["MinimumHealthyPercent"]).ShouldBe(50);
        ((string?)Service(template)["AvailabilityZoneRebalancing"]).ShouldBe("DISABLED", "ECS refuses it without room for more tasks");
    }

    private static Synthesized Configure(Action<FargateServiceProps> hook) => Synthesized.Stack(stack =>
        FargateKind.Make(stack, "Shop", ServiceInput.Minimal(stack), new { ConfigureService = hook }));

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => FargateKind.Make(scope, id, input);
}
