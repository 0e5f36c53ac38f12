using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedEc2ServiceChecksTests : LoadBalancedChecksCases
{
    internal static readonly (string Code, string Property, string Value, string Allowed, object Own)[] WrongHosts =
    [
        ("SP2270", "MinInstances", "-1", "0 to 5000 hosts", new { MinInstances = -1 }),
        ("SP2270", "MaxInstances", "1", "2 to 5000 hosts", new { MaxInstances = 1 }),
        ("SP2271", "InstanceType", "t4g.medium", "a type of the processor that the tasks ask for, which is X86_64", new { InstanceType = new InstanceType("t4g.medium") }),
        ("SP2272", "HostImage", "7", "AmazonLinux2023, Bottlerocket", new { HostImage = (HostImage)7 }),
        ("SP2273", "MaxInstanceLifetime", "3600 seconds", "86400 to 31536000 seconds", new { MaxInstanceLifetime = Duration.Hours(1) }),
    ];

    public static TheoryData<int> HostCases => [.. Enumerable.Range(0, WrongHosts.Length)];

    [Theory]
    [MemberData(nameof(HostCases))]
    public void Hosts_OneWrongProp_SaysWhatIsWrong(int index)
    {
        var (code, property, value, allowed, own) = WrongHosts[index];

        var problem = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
            Ec2Kind.Make(stack, "Shop", ServiceInput.Minimal(stack), own))).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
        problem.Value.ShouldBe(value);
        problem.Allowed.ShouldBe(allowed);
        problem.Fix.ShouldNotBeEmpty();
    }

    [Fact]
    public void CapacityProvider_BesideSettingsOfHostsAndWithoutItsCluster_IsRefused()
    {
        var problems = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            var input = ServiceInput.Minimal(stack);
            var first = Ec2Kind.Make(stack, "First", input);
            Ec2Kind.Make(stack, "Shop", input, new
            {
                first.CapacityProvider,
                InstanceType = new InstanceType("t3.large"),
                MaxInstanceLifetime = Duration.Days(7),
                ConfigureLaunchTemplate = (Action<LaunchTemplateProps>)(_ => { }),
                ConfigureAutoScalingGroup = (Action<Amazon.CDK.AWS.AutoScaling.AutoScalingGroupProps>)(_ => { }),
                ConfigureCapacityProvider = (Action<AsgCapacityProviderProps>)(_ => { }),
            });
        })).Problems;

        problems.ShouldAllBe(problem => problem.Code == "SP2274");
        problems.Select(problem => problem.Property).ShouldBe(
        [
            "Cluster", "InstanceType", "MaxInstanceLifetime", "ConfigureLaunchTemplate", "ConfigureAutoScalingGroup", "ConfigureCapacityProvider",
        ]);
    }

    [Fact]
    public void Network_OfPublicSubnets_IsRefused()
    {
        var problem = Refused(stack => ServiceInput.Minimal(stack) with { Network = Network.PublicSubnets() }).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("SP2226");
        problem.Property.ShouldBe("Network");
    }

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => Ec2Kind.Make(scope, id, input);
}
