using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>The hooks that both kinds of service have alike.</summary>
public abstract class LoadBalancedHookCases : LoadBalancedServiceTests
{
    /// <summary>What the hooks below break, and how.</summary>
    internal static readonly (string Property, Func<ServiceInput, ServiceInput> Change)[] Breaking =
    [
        ("ConfigureLoadBalancer.Vpc", input => input with { ConfigureLoadBalancer = props => props.Vpc = null! }),
        ("ConfigureLoadBalancer.InternetFacing", input => input with { ConfigureLoadBalancer = props => props.InternetFacing = true }),
        ("ConfigureLoadBalancer.SecurityGroup", input => input with { ConfigureLoadBalancer = props => props.SecurityGroup = null }),
        ("ConfigureListener.LoadBalancer", input => input with { ConfigureListener = props => props.LoadBalancer = null! }),
        ("ConfigureListener.Open", input => input with { ConfigureListener = props => props.Open = true }),
        ("ConfigureListener.Protocol", input => input with { ConfigureListener = props => props.Protocol = ApplicationProtocol.HTTP }),
        ("ConfigureListener.DefaultAction", input => input with { ConfigureListener = props => props.DefaultAction = null }),
        ("ConfigureListener.SslPolicy", input => input with { ConfigureListener = props => props.SslPolicy = null }),
        ("ConfigureTargetGroup.Vpc", input => input with { ConfigureTargetGroup = props => props.Vpc = null }),
        ("ConfigureTargetGroup.TargetType", input => input with { ConfigureTargetGroup = props => props.TargetType = TargetType.INSTANCE }),
        ("ConfigureTargetGroup.Targets", input => input with { ConfigureTargetGroup = props => props.Targets = [null!] }),
        ("ConfigureAccessLogsBucket.Encryption", input => input with { ConfigureAccessLogsBucket = props => props.Encryption = BucketEncryption.KMS }),
        ("ConfigureAccessLogsBucket.AutoDeleteObjects", input => input with { ConfigureAccessLogsBucket = props => props.AutoDeleteObjects = true }),
        ("ConfigureAccessLogsBucket.EventBridgeEnabled", input => input with { ConfigureAccessLogsBucket = props => props.EventBridgeEnabled = true }),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Breaking.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Hook_ThatBreaksThePattern_IsRefused(int index)
    {
        var (property, change) = Breaking[index];

        var thrown = Refused(stack => change(ServiceInput.Minimal(stack)));

        thrown.ConstructPath.ShouldBe("Test/Shop");
        var problem = thrown.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("SP2269");
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with
        {
            ConfigureVpc = props => props.IpAddresses = IpAddresses.Cidr("10.99.0.0/16"),
            ConfigureCluster = props => props.ClusterName = "shop",
            ConfigureTaskDefinition = props => props.Family = "shop",
            ConfigureContainer = props => props.StartTimeout = Amazon.CDK.Duration.Seconds(30),
            ConfigureLoadBalancer = props =>
            {
                props.DropInvalidHeaderFields.ShouldBe(true);
                props.LoadBalancerName = "shop";
            },
            ConfigureListener = props =>
            {
                props.SslPolicy.ShouldBe(SslPolicy.TLS13_RES);
                props.Port = 8443;
            },
            ConfigureTargetGroup = props => props.SlowStart = Amazon.CDK.Duration.Seconds(60),
            ConfigureAccessLogsBucket = props => props.BucketName = "shop-logs",
        });

        ((string?)template.Properties("AWS::EC2::VPC")["CidrBlock"]).ShouldBe("10.99.0.0/16");
        ((string?)template.Properties("AWS::ECS::Cluster")["ClusterName"]).ShouldBe("shop");
        ((string?)template.Properties("AWS::ECS::TaskDefinition")["Family"]).ShouldBe("shop");
        ((int?)template.Properties("AWS::ECS::TaskDefinition")["ContainerDefinitions"]![0]!["StartTimeout"]).ShouldBe(30);
        ((string?)template.Properties("AWS::ElasticLoadBalancingV2::LoadBalancer")["Name"]).ShouldBe("shop");
        ((string?)Listener(template, 8443)["Protocol"]).ShouldBe("HTTPS");
        Listener(template, 80)["DefaultActions"]![0]!["RedirectConfig"]!["Port"].ShouldBeJson("\"8443\"");
        Ingress(template, "LoadBalancerSecurityGroup").ShouldBe(["80-80 from 10.99.0.0/16", "8443-8443 from 10.99.0.0/16"]);
        Attributes(template.Properties("AWS::ElasticLoadBalancingV2::TargetGroup"), "TargetGroupAttributes")["slow_start.duration_seconds"].ShouldBe("60");
        ((string?)template.Properties("AWS::S3::Bucket")["BucketName"]).ShouldBe("shop-logs");
    }
}
