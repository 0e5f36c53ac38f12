using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns.Tests.Containers;

public sealed class NetworkChecksTests
{
    [Fact]
    public void Check_NoneOrSeveral_SaysWhatThereIsToChoose()
    {
        var none = Refused("SP2221", "Network", stack => Request(stack));
        none.Value.ShouldBe("nothing");
        none.Allowed.ShouldBe("one of these: Network.Isolated(), Network.Nat(1), Network.PublicSubnets(), a VPC or a cluster");
        none.Fix.ShouldContain("costs money or opens a door");
        Refused("SP2221", "Network", stack => Request(stack) with { Vpc = Private(stack), Network = Network.Isolated() }).Value.ShouldBe("Vpc and Network");
        Refused("SP2221", "Network", stack => Request(stack) with { Vpc = Private(stack), Cluster = OfCluster(stack) }).Value.ShouldBe("Vpc and Cluster");
    }

    [Fact]
    public void Check_WrongNetwork_SaysCodeAndProperty()
    {
        Refused("SP2224", "Network", stack => Request(stack) with { Network = Network.Isolated(1) });
        Refused("SP2224", "Network", stack => Request(stack) with { Network = Network.PublicSubnets(7) });
        Refused("SP2223", "Network", stack => Request(stack) with { Network = Network.Nat(0) });
        Refused("SP2223", "Network", stack => Request(stack) with { Network = Network.Nat(3) });
        Refused("SP2222", "Network", stack => OfRegistry(stack) with { Network = Network.Isolated() }).Fix.ShouldContain("ECR");
        Refused("SP2226", "Network", stack => OnEc2(stack) with { Network = Network.PublicSubnets() });
    }

    [Fact]
    public void Check_WrongSubnets_SaysCodeAndProperty()
    {
        Refused("SP2225", "TaskSubnets", stack => Request(stack) with { Vpc = Public(stack) });
        Refused("SP2225", "TaskSubnets", stack => Request(stack) with { Vpc = Private(stack), TaskSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC } });
        Refused("SP2226", "TaskSubnets", stack => OnEc2(stack) with { Vpc = Public(stack), TaskSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC } });
    }

    [Fact]
    public void Check_SettingsBesideWhatIsGiven_SaysCodeAndProperty()
    {
        Refused("SP2227", "ConfigureVpc", stack => Request(stack) with { Vpc = Private(stack), ConfigureVpc = _ => { } });
        Refused("SP2227", "ConfigureCluster", stack => Request(stack) with { Cluster = OfCluster(stack), ConfigureCluster = _ => { } });
        Refused("SP2227", "TaskSubnets", stack => Request(stack) with { Network = Network.Isolated(), TaskSubnets = new SubnetSelection() });
    }

    [Fact]
    public void Check_WhatCanWork_Passes()
    {
        Passes(stack => Request(stack) with { Network = Network.Isolated() });
        Passes(stack => Request(stack) with { Network = Network.Nat(3, availabilityZones: 3) });
        Passes(stack => OfRegistry(stack) with { Network = Network.PublicSubnets() });
        Passes(stack => OfRegistry(stack) with { Vpc = Private(stack) });
        Passes(stack => OnEc2(stack) with { Cluster = OfCluster(stack) });
        Passes(stack => Request(stack) with { Vpc = Public(stack), TaskSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC } });
    }

    public static TheoryData<string, Action<VpcProps>> VpcHooks => new()
    {
        { "RestrictDefaultSecurityGroup", props => props.RestrictDefaultSecurityGroup = true },
        { "NatGateways", props => props.NatGateways = 2 },
        { "SubnetConfiguration", props => props.SubnetConfiguration = [] },
        { "EnableDnsSupport", props => props.EnableDnsSupport = false },
    };

    [Theory]
    [MemberData(nameof(VpcHooks), DisableDiscoveryEnumeration = true)]
    public void ConfigureVpc_ThatBreaksTheNetwork_IsRefused(string property, Action<VpcProps> hook) =>
        HookRefused($"ConfigureVpc.{property}", stack => Request(stack) with { Network = Network.Isolated(), ConfigureVpc = hook });

    [Fact]
    public void ConfigureCluster_ThatBreaksTheNetwork_IsRefused()
    {
        HookRefused("ConfigureCluster.Vpc", stack => Request(stack) with { Network = Network.Isolated(), ConfigureCluster = props => props.Vpc = Private(stack) });
        HookRefused("ConfigureCluster.EnableFargateCapacityProviders", stack => Request(stack) with { Network = Network.Isolated(), ConfigureCluster = props => props.EnableFargateCapacityProviders = true });
        HookRefused("ConfigureCluster.Capacity", stack => Request(stack) with
        {
            Network = Network.Isolated(),
            ConfigureCluster = props => props.Capacity = new AddCapacityOptions { InstanceType = new InstanceType("m7i.large") },
        });
    }

    private static NetworkRequest Request(Stack stack) => new() { Task = TaskRequests.Of(stack) };

    private static NetworkRequest OnEc2(Stack stack) => new() { Task = TaskRequests.Of(stack) with { OnEc2 = true } };

    private static NetworkRequest OfRegistry(Stack stack) =>
        new() { Task = TaskRequests.Of(stack) with { Source = ContainerSource.FromRegistry("nginx:1.29") } };

    private static IVpc Private(Stack stack) => Vpc.FromVpcAttributes(stack, "Private", new VpcAttributes
    {
        VpcId = "vpc-1",
        AvailabilityZones = ["us-east-1a"],
        PrivateSubnetIds = ["subnet-1"],
    });

    private static IVpc Public(Stack stack) => Vpc.FromVpcAttributes(stack, "Public", new VpcAttributes
    {
        VpcId = "vpc-2",
        AvailabilityZones = ["us-east-1a"],
        PublicSubnetIds = ["subnet-2"],
    });

    private static ICluster OfCluster(Stack stack) =>
        Cluster.FromClusterAttributes(stack, "Cluster", new ClusterAttributes { ClusterName = "given", Vpc = Vpc.FromVpcAttributes(stack, "OfCluster", new VpcAttributes { VpcId = "vpc-3", AvailabilityZones = ["us-east-1a"], PrivateSubnetIds = ["subnet-3"] }) });

    private static void Passes(Func<Stack, NetworkRequest> request) => TaskRequests.Problems(request).ShouldBeEmpty();

    private static PatternProblem Refused(string code, string property, Func<Stack, NetworkRequest> request)
    {
        var problem = TaskRequests.Problems(request).Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
        return problem;
    }

    private static void HookRefused(string property, Func<Stack, NetworkRequest> request)
    {
        var problem = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new PatternNetwork(stack, "Network", request(stack))))
            .Problems.Single();
        problem.Code.ShouldBe("SP2228");
        problem.Property.ShouldBe(property);
    }
}
