using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SSM;
using SecretsManagerSecret = Amazon.CDK.AWS.SecretsManager.Secret;

namespace ServerlessPatterns.Tests.Containers;

public sealed class PatternNetworkTests
{
    private static readonly string[] Least = ["ecr.api", "ecr.dkr", "logs"];

    [Fact]
    public void Isolated_ByDefault_HasNoWayOutAndTheLeastEndpoints()
    {
        var template = Of(stack => Request(stack, Network.Isolated()));

        template.All("AWS::EC2::NatGateway").ShouldBeEmpty();
        template.All("AWS::EC2::InternetGateway").ShouldBeEmpty();
        template.All("AWS::EC2::Subnet").Count.ShouldBe(2);
        Endpoints(template, "Interface").ShouldBe(Least);
        Endpoints(template, "Gateway").ShouldBe(["s3"]);
        template.Annotations.Single(text => text.Contains("USD", StringComparison.Ordinal))
            .ShouldBe("The network has 3 interface endpoints in 2 availability zones: about 44 USD a month while idle (us-east-1; traffic comes on top).");
    }

    [Fact]
    public void Isolated_WhatTheTasksUse_HasAnEndpoint()
    {
        static NetworkRequest With(Stack stack, Func<NetworkRequest, NetworkRequest> change) => change(Request(stack, Network.Isolated()));
        static Dictionary<string, ContainerSecret> One(ContainerSecret secret) => new(StringComparer.Ordinal) { ["A"] = secret };

        Added(stack => With(stack, request => request with { UsesQueue = true })).ShouldBe(["sqs"]);
        Added(stack => With(stack, request => request with { Task = request.Task with { EnableExecuteCommand = true } })).ShouldBe(["ssmmessages"]);
        Added(stack => With(stack, request => request with { Task = request.Task with { OnEc2 = true } })).ShouldBe(["ecs", "ecs-agent", "ecs-telemetry"]);
        Added(stack => With(stack, request => request with
        {
            Task = TaskRequests.Of(stack, new() { Secrets = One(ContainerSecret.FromSecretsManager(SecretsManagerSecret.FromSecretNameV2(stack, "S", "s"))) }),
        })).ShouldBe(["secretsmanager"]);
        Added(stack => With(stack, request => request with
        {
            Task = TaskRequests.Of(stack, new() { Secrets = One(ContainerSecret.FromSsmParameter(StringParameter.FromStringParameterName(stack, "P", "/p"))) }),
        })).ShouldBe(["ssm"]);
    }

    [Fact]
    public void Endpoints_OfAnIsolatedNetwork_LetInOnlyWhoIsAllowed()
    {
        var template = Synthesized.Stack(stack =>
        {
            var network = new PatternNetwork(stack, "Network", Request(stack, Network.Isolated()));
            network.AllowToEndpoints(new SecurityGroup(stack, "Tasks", new SecurityGroupProps { Vpc = network.Vpc, AllowAllOutbound = true }));
        });

        var own = template.All("AWS::EC2::SecurityGroup").Single(pair => pair.Key.Contains("Endpoint", StringComparison.Ordinal));
        own.Value["Properties"]!["SecurityGroupIngress"].ShouldBeNull();
        template.All("AWS::EC2::VPCEndpoint").Values.Where(endpoint => (string?)endpoint["Properties"]!["VpcEndpointType"] == "Interface")
            .ShouldAllBe(endpoint => endpoint["Properties"]!["SecurityGroupIds"]![0].Target() == own.Key);
        var ingress = template.Properties("AWS::EC2::SecurityGroupIngress");
        ((int?)ingress["FromPort"]).ShouldBe(443);
        ((int?)ingress["ToPort"]).ShouldBe(443);
        ingress["SourceSecurityGroupId"].Target().ShouldStartWith("Tasks");
        ingress["GroupId"].Target().ShouldBe(own.Key);
    }

    [Fact]
    public void Isolated_BehindAPublicLoadBalancer_HasPublicSubnetsBesideAndNoNat()
    {
        var template = Of(stack => Request(stack, Network.Isolated()) with { PublicAccess = true });

        template.All("AWS::EC2::NatGateway").ShouldBeEmpty();
        template.All("AWS::EC2::InternetGateway").Count.ShouldBe(1);
        template.All("AWS::EC2::Subnet").Count.ShouldBe(4);
    }

    [Fact]
    public void Nat_Two_AreMadeAndNoEndpointsButThatOfS3()
    {
        PatternNetwork? network = null;
        var template = Synthesized.Stack(stack => network = new PatternNetwork(stack, "Network", Request(stack, Network.Nat(2))));

        template.All("AWS::EC2::NatGateway").Count.ShouldBe(2);
        Endpoints(template, "Interface").ShouldBeEmpty();
        Endpoints(template, "Gateway").ShouldBe(["s3"]);
        network!.TaskSubnets.SubnetType.ShouldBe(SubnetType.PRIVATE_WITH_EGRESS);
        network.AssignPublicIp.ShouldBeFalse();
        template.Annotations.ShouldContain("The network has 2 NAT gateways with a public address each: about 73 USD a month while idle (us-east-1; traffic comes on top).");
    }

    [Fact]
    public void PublicSubnets_OfTasks_GiveThemPublicAddressesAndNothingElse()
    {
        PatternNetwork? network = null;
        var template = Synthesized.Stack(stack => network = new PatternNetwork(stack, "Network", Request(stack, Network.PublicSubnets())));

        network!.AssignPublicIp.ShouldBeTrue();
        network.TaskSubnets.SubnetType.ShouldBe(SubnetType.PUBLIC);
        template.All("AWS::EC2::NatGateway").ShouldBeEmpty();
        template.All("AWS::EC2::Subnet").Values.ShouldAllBe(subnet => (bool?)subnet["Properties"]!["MapPublicIpOnLaunch"] == false);
        template.Annotations.ShouldContain("The network has a public address for each running task: 3.65 USD a month (us-east-1; traffic comes on top).");
    }

    [Fact]
    public void Zones_MoreThanTwo_AreTakenWhereTheRegionIsKnown() => Synthesized.App("Test", app =>
    {
        var stack = new Stack(app, "Test", new StackProps { Env = new Amazon.CDK.Environment { Account = "123456789012", Region = "us-east-1" } });
        stack.Node.SetContext("availability-zones:account=123456789012:region=us-east-1", new[] { "us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d" });
        new PatternNetwork(stack, "Network", Request(stack, Network.Isolated(availabilityZones: 3)));
    }).All("AWS::EC2::Subnet").Count.ShouldBe(3);

    [Fact]
    public void Vpc_MadeHere_RecordsRefusedConnectionsAndHasNoCustomResource()
    {
        var template = Of(stack => Request(stack, Network.PublicSubnets()), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@aws-cdk/aws-ec2:restrictDefaultSecurityGroup"] = true,
        });

        var log = template.Properties("AWS::EC2::FlowLog");
        ((string?)log["TrafficType"]).ShouldBe("REJECT");
        log["ResourceId"].Target().ShouldBe(template.All("AWS::EC2::VPC").Keys.Single());
        var group = template.All("AWS::Logs::LogGroup").Single();
        log["LogGroupName"].Target().ShouldBe(group.Key);
        ((int?)group.Value["Properties"]!["RetentionInDays"]).ShouldBe(30);
        template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"].ShouldBeJson(
            $$$"""
            [{"Action":["logs:CreateLogStream","logs:DescribeLogStreams","logs:PutLogEvents"],"Effect":"Allow",
              "Resource":{"Fn::GetAtt":["{{{group.Key}}}","Arn"]}}]
            """);
        template.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!["Statement"].ShouldBeJson(
            """
            [{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"vpc-flow-logs.amazonaws.com"},
              "Condition":{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}}]
            """);
        template.Single("AWS::EC2::FlowLog")["DependsOn"]!.AsArray().Select(id => (string)id!).ShouldContain(template.All("AWS::IAM::Policy").Keys.Single());
        template.Resources.ShouldAllBe(pair => !((string)pair.Value!["Type"]!).StartsWith("Custom::", StringComparison.Ordinal));
    }

    [Fact]
    public void Vpc_WithAKey_EncryptsTheRecordWithIt() =>
        Of(stack => Request(stack, Network.PublicSubnets()) with { Task = TaskRequests.Of(stack) with { EncryptionKey = new Key(stack, "Key") } })
            .Properties("AWS::Logs::LogGroup")["KmsKeyId"].Target().ShouldStartWith("Key");

    [Fact]
    public void Cluster_MadeHere_HasContainerInsightsOfTheNewKind()
    {
        var template = Of(stack => Request(stack, Network.PublicSubnets()));

        template.Properties("AWS::ECS::Cluster")["ClusterSettings"].ShouldBeJson("""[{"Name":"containerInsights","Value":"enhanced"}]""");
        template.All("AWS::ECS::ClusterCapacityProviderAssociations").ShouldBeEmpty();
    }

    [Fact]
    public void Hooks_WhatTheyChange_IsTaken()
    {
        var template = Of(stack => Request(stack, Network.PublicSubnets()) with
        {
            ConfigureVpc = props => props.IpAddresses = IpAddresses.Cidr("172.20.0.0/16"),
            ConfigureCluster = props =>
            {
                props.ClusterName = "shop";
                props.ContainerInsights = false;
            },
        });

        ((string?)template.Properties("AWS::EC2::VPC")["CidrBlock"]).ShouldBe("172.20.0.0/16");
        ((string?)template.Properties("AWS::ECS::Cluster")["ClusterName"]).ShouldBe("shop");
        ((string?)template.Properties("AWS::ECS::Cluster")["ClusterSettings"]![0]!["Value"]).ShouldBe("disabled");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Given_VpcOrCluster_IsUsedFromAnotherStackWithoutACycle(bool cluster)
    {
        PatternNetwork? network = null;
        var template = Synthesized.App("Test", app =>
        {
            var shared = new Stack(app, "Shared");
            var vpc = new Vpc(shared, "Vpc", new VpcProps { NatGateways = 1, RestrictDefaultSecurityGroup = false });
            var given = cluster ? new Cluster(shared, "Cluster", new ClusterProps { Vpc = vpc }) : null;
            var stack = new Stack(app, "Test");
            network = new PatternNetwork(stack, "Network", Request(stack, null) with { Vpc = cluster ? null : vpc, Cluster = given });
            new CfnOutput(stack, "VpcId", new CfnOutputProps { Value = network.Vpc.VpcId });
        });

        template.All("AWS::EC2::VPC").ShouldBeEmpty();
        template.All("AWS::EC2::FlowLog").ShouldBeEmpty();
        template.All("AWS::ECS::Cluster").Count.ShouldBe(cluster ? 0 : 1);
        network!.TaskSubnets.SubnetType.ShouldBe(SubnetType.PRIVATE_WITH_EGRESS);
        network.AssignPublicIp.ShouldBeFalse();
    }

    [Fact]
    public void Given_VpcWithIsolatedSubnets_WarnsOfTheEndpointsThatItNeeds() => Synthesized.Stack(stack =>
    {
        var vpc = Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes
        {
            VpcId = "vpc-1",
            AvailabilityZones = ["us-east-1a"],
            IsolatedSubnetIds = ["subnet-1"],
        });
        new PatternNetwork(stack, "Network", Request(stack, null) with { Vpc = vpc });
    }).Annotations.ShouldContain(text => text.Contains("interface endpoints for ecr.api, ecr.dkr, logs, a gateway endpoint for S3", StringComparison.Ordinal));

    [Fact]
    public void Given_PublicSubnetsThatWereAskedFor_GivePublicAddresses()
    {
        PatternNetwork? network = null;
        Synthesized.Stack(stack => network = new PatternNetwork(stack, "Network", Request(stack, null) with
        {
            Vpc = new Vpc(stack, "Vpc", new VpcProps { RestrictDefaultSecurityGroup = false }),
            TaskSubnets = new SubnetSelection { SubnetType = SubnetType.PUBLIC },
        }));

        network!.AssignPublicIp.ShouldBeTrue();
    }

    private static NetworkRequest Request(Stack stack, Network? network) => new() { Network = network, Task = TaskRequests.Of(stack) };

    private static Synthesized Of(Func<Stack, NetworkRequest> request, IDictionary<string, object>? context = null) =>
        Synthesized.Stack(stack => new PatternNetwork(stack, "Network", request(stack)), context);

    private static IEnumerable<string> Added(Func<Stack, NetworkRequest> request) => Endpoints(Of(request), "Interface").Except(Least, StringComparer.Ordinal);

    private static IEnumerable<string> Endpoints(Synthesized template, string type) => template.All("AWS::EC2::VPCEndpoint").Values
        .Where(endpoint => (string?)endpoint["Properties"]!["VpcEndpointType"] == type)
        .Select(endpoint => ((string)endpoint["Properties"]!["ServiceName"]!["Fn::Join"]![1]!.AsArray().Last()!).TrimStart('.'));
}
