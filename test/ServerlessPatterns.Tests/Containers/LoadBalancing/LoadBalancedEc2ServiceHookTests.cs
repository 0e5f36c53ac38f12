using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedEc2ServiceHookTests : LoadBalancedHookCases
{
    internal static readonly (string Property, object Own)[] BreakingHosts =
    [
        ("ConfigureService.DesiredCount", new { ConfigureService = (Action<Ec2ServiceProps>)(props => props.DesiredCount = 2) }),
        ("ConfigureService.Cluster", new { ConfigureService = (Action<Ec2ServiceProps>)(props => props.Cluster = null!) }),
        ("ConfigureService.TaskDefinition", new { ConfigureService = (Action<Ec2ServiceProps>)(props => props.TaskDefinition = null!) }),
        ("ConfigureService.SecurityGroups", new { ConfigureService = (Action<Ec2ServiceProps>)(props => props.SecurityGroups = null) }),
        ("ConfigureService.Daemon", new { ConfigureService = (Action<Ec2ServiceProps>)(props => props.Daemon = true) }),
        ("ConfigureService.CapacityProviderStrategies", new { ConfigureService = (Action<Ec2ServiceProps>)(props => props.CapacityProviderStrategies = null) }),
        ("ConfigureLaunchTemplate.Role", new { ConfigureLaunchTemplate = (Action<LaunchTemplateProps>)(props => props.Role = null) }),
        ("ConfigureLaunchTemplate.SecurityGroup", new { ConfigureLaunchTemplate = (Action<LaunchTemplateProps>)(props => props.SecurityGroup = null) }),
        ("ConfigureLaunchTemplate.UserData", new { ConfigureLaunchTemplate = (Action<LaunchTemplateProps>)(props => props.UserData = null) }),
        ("ConfigureLaunchTemplate.RequireImdsv2", new { ConfigureLaunchTemplate = (Action<LaunchTemplateProps>)(props => props.RequireImdsv2 = false) }),
        ("ConfigureAutoScalingGroup.LaunchTemplate", new { ConfigureAutoScalingGroup = (Action<AutoScalingGroupProps>)(props => props.LaunchTemplate = null) }),
        ("ConfigureAutoScalingGroup.DesiredCapacity", new { ConfigureAutoScalingGroup = (Action<AutoScalingGroupProps>)(props => props.DesiredCapacity = 2) }),
        ("ConfigureCapacityProvider.AutoScalingGroup", new { ConfigureCapacityProvider = (Action<AsgCapacityProviderProps>)(props => props.AutoScalingGroup = null!) }),
    ];

    public static TheoryData<int> HostCases => [.. Enumerable.Range(0, BreakingHosts.Length)];

    [Theory]
    [MemberData(nameof(HostCases))]
    public void HookOfServiceOrHosts_ThatBreaksThePattern_IsRefused(int index)
    {
        var (property, own) = BreakingHosts[index];

        var problem = Should.Throw<PatternValidationException>(() => Configure(own)).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("SP2269");
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void HooksOfServiceAndHosts_HaveTheLastWord()
    {
        var template = Configure(new
        {
            ConfigureService = (Action<Ec2ServiceProps>)(props => props.ServiceName = "shop"),
            ConfigureLaunchTemplate = (Action<LaunchTemplateProps>)(props => props.DetailedMonitoring = true),
            ConfigureAutoScalingGroup = (Action<AutoScalingGroupProps>)(props =>
            {
                props.MinCapacity.ShouldBe(2);
                props.AutoScalingGroupName = "hosts";
            }),
            ConfigureCapacityProvider = (Action<AsgCapacityProviderProps>)(props => props.TargetCapacityPercent = 80),
        });

        ((string?)Service(template)["ServiceName"]).ShouldBe("shop");
        ((bool?)template.Properties("AWS::EC2::LaunchTemplate")["LaunchTemplateData"]!["Monitoring"]!["Enabled"]).ShouldBe(true);
        ((string?)template.Properties("AWS::AutoScaling::AutoScalingGroup")["AutoScalingGroupName"]).ShouldBe("hosts");
        ((int?)template.Properties("AWS::ECS::CapacityProvider")["AutoScalingGroupProvider"]!["ManagedScaling"]!["TargetCapacity"]).ShouldBe(80);
    }

    private static Synthesized Configure(object own) => Synthesized.Stack(stack => Ec2Kind.Make(stack, "Shop", ServiceInput.Minimal(stack), own));

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => Ec2Kind.Make(scope, id, input);
}
