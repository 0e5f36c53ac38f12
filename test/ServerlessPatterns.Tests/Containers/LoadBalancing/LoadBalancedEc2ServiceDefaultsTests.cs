using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedEc2ServiceDefaultsTests : LoadBalancedDefaultsCases
{
    private static readonly Lazy<Synthesized> Template = new(() =>
        Synthesized.Stack(stack => Ec2Kind.Make(stack, "Shop", ServiceInput.Minimal(stack))));

    private protected override Synthesized Defaults => Template.Value;

    [Fact]
    public void Service_ByDefault_RunsOnTheHostsInAllZones()
    {
        var service = Service(Defaults);
        service["LaunchType"].ShouldBeNull();
        service["PlatformVersion"].ShouldBeNull();
        service["CapacityProviderStrategy"].ShouldBeJson(
            $$"""[{"CapacityProvider":{"Ref":"{{Defaults.All("AWS::ECS::CapacityProvider").Keys.Single()}}" },"Weight":1}]""");
        service["PlacementStrategies"].ShouldBeJson(
            """[{"Field":"attribute:ecs.availability-zone","Type":"spread"},{"Field":"instanceId","Type":"spread"}]""");
        service["SchedulingStrategy"].ShouldBeJson("\"REPLICA\"");
        var association = Defaults.All("AWS::ECS::ClusterCapacityProviderAssociations").Single();
        association.Value["Properties"]!["CapacityProviders"]![0].Target().ShouldBe(Defaults.All("AWS::ECS::CapacityProvider").Keys.Single());
        association.Value["Properties"]!["Cluster"].Target().ShouldBe(service["Cluster"].Target());
        Defaults.Single("AWS::ECS::Service")["DependsOn"]!.AsArray().Select(other => (string?)other).ShouldContain(association.Key);
        Defaults.Properties("AWS::ECS::TaskDefinition")["NetworkMode"].ShouldBeJson("\"awsvpc\"");
    }

    [Fact]
    public void CapacityProvider_ByDefault_ScalesAndDrainsAndHoldsNobodyBack()
    {
        var provider = Defaults.Properties("AWS::ECS::CapacityProvider")["AutoScalingGroupProvider"]!;

        provider["ManagedScaling"].ShouldBeJson("""{"Status":"ENABLED","TargetCapacity":100}""");
        ((string?)provider["ManagedDraining"]).ShouldBe("ENABLED");
        ((string?)provider["ManagedTerminationProtection"]).ShouldBe("DISABLED", "cdk destroy would wait for the hosts for ever");
        provider["AutoScalingGroupArn"].Target().ShouldBe(Defaults.All("AWS::AutoScaling::AutoScalingGroup").Keys.Single());
        Defaults.All("AWS::AutoScaling::LifecycleHook").ShouldBeEmpty();
        Defaults.All("AWS::Lambda::Function").ShouldBeEmpty();
    }

    [Fact]
    public void AutoScalingGroup_ByDefault_HasTwoToTenHostsOfTwoWeeks()
    {
        var group = Defaults.Properties("AWS::AutoScaling::AutoScalingGroup");

        ((string?)group["MinSize"]).ShouldBe("2");
        ((string?)group["MaxSize"]).ShouldBe("10");
        group["DesiredCapacity"].ShouldBeNull();
        ((int?)group["MaxInstanceLifetime"]).ShouldBe(14 * 86_400);
        ((bool?)group["NewInstancesProtectedFromScaleIn"]).ShouldBe(false);
        group["LaunchTemplate"]!["LaunchTemplateId"].Target().ShouldBe(Defaults.All("AWS::EC2::LaunchTemplate").Keys.Single());
        group["VPCZoneIdentifier"]!.AsArray().ShouldAllBe(subnet => subnet.Target().Contains("TasksSubnet", StringComparison.Ordinal));
    }

    [Fact]
    public void Hosts_ByDefault_AreNewEncryptedAndKeepTheirCredentials()
    {
        var host = Defaults.Properties("AWS::EC2::LaunchTemplate")["LaunchTemplateData"]!;

        ((string?)host["ImageId"]).ShouldBe("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id");
        ((string?)host["InstanceType"]).ShouldBe("t3.medium");
        host["MetadataOptions"].ShouldBeJson("""{"HttpPutResponseHopLimit":1,"HttpTokens":"required"}""");
        host["BlockDeviceMappings"].ShouldBeJson(
            """[{"DeviceName":"/dev/xvda","Ebs":{"DeleteOnTermination":true,"Encrypted":true,"VolumeSize":30,"VolumeType":"gp3"}}]""");
        host["SecurityGroupIds"]![0].Target().ShouldStartWith("ShopHostSecurityGroup");
        Ingress(Defaults, "HostSecurityGroup").ShouldBeEmpty();
        var userData = host["UserData"]!.ToJsonString();
        userData.ShouldContain("ECS_CLUSTER=");
        userData.ShouldContain("ECS_AWSVPC_BLOCK_IMDS=true");
        userData.ShouldContain("ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true");
    }

    [Fact]
    public void Hosts_ByDefault_ReachTheEndpointsOfTheAgent()
    {
        var services = Defaults.All("AWS::EC2::VPCEndpoint").Values.Select(endpoint => endpoint["Properties"]!["ServiceName"]!.ToJsonString()).ToList();

        foreach (var service in new[] { ".ecs\"", ".ecs-agent\"", ".ecs-telemetry\"" })
        {
            services.ShouldContain(name => name.Contains(service, StringComparison.Ordinal));
        }

        var host = Defaults.All("AWS::EC2::SecurityGroup").Keys.Single(id => id.Contains("HostSecurityGroup", StringComparison.Ordinal));
        Ingress(Defaults, "EndpointSecurityGroup").ShouldContain($"443-443 from {host}");
    }

    [Fact]
    public void CostOfTheHosts_ByDefault_IsSaid() =>
        Defaults.Annotations.ShouldContain("The 2 hosts (t3.medium, 30 GiB) cost about 66 USD a month while idle (us-east-1).");

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => Ec2Kind.Make(scope, id, input);
}
