using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Route53;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>What both kinds of service refuse alike.</summary>
public abstract class LoadBalancedChecksCases : LoadBalancedServiceTests
{
    private const string LoadBalancerArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188";
    private const string ListenerArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2";

    /// <summary>Code, property, what was given, what is allowed, what makes it.</summary>
    internal static readonly (string Code, string Property, string Value, string Allowed, Func<Stack, ServiceInput, ServiceInput> Change)[] All =
    [
        ("SP2252", "Certificate", "nothing", "Certificate, DomainName with HostedZone, or AllowPlainHttp = true", (_, input) => input with { Certificate = null }),
        ("SP2252", "Certificate", "a certificate or a name beside AllowPlainHttp", "Certificate, DomainName with HostedZone, or AllowPlainHttp = true", (_, input) => input with { AllowPlainHttp = true }),
        ("SP2253", "DomainName", "a name without a zone", "both, or neither", (_, input) => input with { DomainName = "shop.example.com" }),
        ("SP2253", "HostedZone", "a zone without a name", "both, or neither", (stack, input) => input with { HostedZone = ServiceInput.Zone(stack) }),
        ("SP2253", "DomainName", "\"shop.example.org\"", "a name in lower case that is example.com or ends in .example.com", (stack, input) => input with { DomainName = "shop.example.org", HostedZone = ServiceInput.Zone(stack) }),
        ("SP2253", "DomainName", "\"myexample.com\"", "a name in lower case that is example.com or ends in .example.com", (stack, input) => input with { DomainName = "myexample.com", HostedZone = ServiceInput.Zone(stack) }),
        ("SP2253", "DomainName", "\"https://shop.example.com\"", "a name in lower case that is example.com or ends in .example.com", (stack, input) => input with { DomainName = "https://shop.example.com", HostedZone = ServiceInput.Zone(stack) }),
        ("SP2253", "HostedZone", "a private zone without a certificate", "a public zone, in which a new certificate can be validated, or Certificate beside the zone", (stack, input) => input with { Certificate = null, DomainName = "shop.example.com", HostedZone = PrivateZone(stack) }),
        ("SP2254", "PublicAccess", "true in a VPC without public subnets", "public subnets in two zones, where a public load balancer stands", (stack, input) => input with { Network = null, Vpc = GivenVpc.Isolated(stack), PublicAccess = true }),
        ("SP2254", "Vpc", "a VPC with one zone", "two zones or more, which every load balancer needs", (stack, input) => input with { Network = null, Vpc = GivenVpc.Isolated(stack, zones: 1) }),
        ("SP2254", "Vpc", "a VPC whose subnets for the load balancer are all in us-east-1a", "two zones or more, which every load balancer needs", (stack, input) => input with { Network = null, Vpc = OnePublicZone(stack), PublicAccess = true }),
        ("SP2255", "AllowedPeers", "an empty list", "at least one peer, or nothing for the default", (_, input) => input with { AllowedPeers = [] }),
        ("SP2255", "AllowedPeers", "nothing, and a VPC that was imported without its addresses", "the peers that may connect", (stack, input) => input with { Network = null, Vpc = ImportedVpc(stack) }),
        ("SP2256", "AccessLogsPrefix", "\"logs/\"", "a prefix without slashes at the ends and without AWSLogs, which the load balancer adds itself", (_, input) => input with { AccessLogsPrefix = "logs/" }),
        ("SP2256", "AccessLogsPrefix", "\"AWSLogs\"", "a prefix without slashes at the ends and without AWSLogs, which the load balancer adds itself", (_, input) => input with { AccessLogsPrefix = "AWSLogs" }),
        ("SP2256", "AccessLogs", "false beside settings of the logs", "true with those settings", (_, input) => input with { AccessLogs = false, AccessLogsPrefix = "logs" }),
        ("SP2256", "ConfigureAccessLogsBucket", "a hook beside AccessLogsBucket", "one of the two: what is given is never reconfigured", (stack, input) => input with { AccessLogsBucket = Bucket.FromBucketName(stack, "Logs", "logs"), ConfigureAccessLogsBucket = _ => { } }),
        ("SP2256", "AccessLogsBucket", "a bucket with a customer key", "a bucket with S3's own keys (SSE-S3), which are all that load balancers write with", (stack, input) => input with { AccessLogsBucket = new Bucket(stack, "Logs", new BucketProps { EncryptionKey = new Key(stack, "Key") }) }),
        ("SP2119", "Waf.RateLimit", "1", "10 to 2000000000 requests in five minutes", (_, input) => input with { Waf = new() { RateLimit = 1 } }),
        ("SP2251", "LoadBalancerDeletionProtection", "a setting beside LoadBalancer", "one of the two: what is given is never reconfigured", (stack, input) => input with { LoadBalancer = ImportedLoadBalancer(stack), LoadBalancerDeletionProtection = true }),
        ("SP2251", "Waf", "a setting beside LoadBalancer", "one of the two: what is given is never reconfigured", (stack, input) => input with { LoadBalancer = ImportedLoadBalancer(stack), Waf = new() }),
        ("SP2251", "AccessLogsPrefix", "a setting beside LoadBalancer", "one of the two: what is given is never reconfigured", (stack, input) => input with { LoadBalancer = ImportedLoadBalancer(stack), AccessLogsPrefix = "logs" }),
        ("SP2251", "ConfigureLoadBalancer", "a setting beside LoadBalancer", "one of the two: what is given is never reconfigured", (stack, input) => input with { LoadBalancer = ImportedLoadBalancer(stack), ConfigureLoadBalancer = _ => { } }),
        ("SP2251", "ConfigureAccessLogsBucket", "a setting beside LoadBalancer", "one of the two: what is given is never reconfigured", (stack, input) => input with { LoadBalancer = ImportedLoadBalancer(stack), ConfigureAccessLogsBucket = _ => { } }),
        ("SP2251", "AccessLogsBucket", "a setting beside LoadBalancer", "one of the two: what is given is never reconfigured", (stack, input) => input with { LoadBalancer = ImportedLoadBalancer(stack), AccessLogsBucket = Bucket.FromBucketName(stack, "Logs", "logs") }),
        ("SP2253", "LoadBalancer", "a load balancer that was imported without its DNS name and zone", "one with both beside DomainName, whose record leads there", (stack, input) => input with { LoadBalancer = ImportedLoadBalancer(stack), DomainName = "shop.example.com", HostedZone = ServiceInput.Zone(stack) }),
        ("SP2251", "Certificate", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { Certificate = input.Certificate }),
        ("SP2251", "AllowPlainHttp", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { AllowPlainHttp = true }),
        ("SP2251", "PublicAccess", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { PublicAccess = true }),
        ("SP2251", "AllowedPeers", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { AllowedPeers = [Peer.AnyIpv4()] }),
        ("SP2251", "DomainName", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { DomainName = "shop.example.com" }),
        ("SP2251", "HostedZone", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { HostedZone = ServiceInput.Zone(stack) }),
        ("SP2251", "ConfigureListener", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { ConfigureListener = _ => { } }),
        ("SP2251", "LoadBalancer", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { LoadBalancer = ImportedLoadBalancer(stack) }),
        ("SP2251", "Waf", "a setting beside Listener", "one of the two: what is given is never reconfigured", (stack, input) => Shared(stack, input) with { Waf = new() }),
        ("SP2257", "Routing", "nothing", "the priority, paths and hosts of this service beside Listener", (stack, input) => Shared(stack, input) with { Routing = null }),
        ("SP2257", "Routing", "a routing without a listener", "a routing beside Listener: the listener made here has one service only", (_, input) => input with { Routing = Paths("/orders") }),
        ("SP2258", "Routing.Priority", "0", "1 to 50000", (stack, input) => Shared(stack, input) with { Routing = new() { Priority = 0, PathPatterns = ["/orders"] } }),
        ("SP2258", "Routing.Priority", "50001", "1 to 50000", (stack, input) => Shared(stack, input) with { Routing = new() { Priority = 50_001, PathPatterns = ["/orders"] } }),
        ("SP2259", "Routing.PathPatterns", "0 paths and hosts", "1 to 5 paths and hosts together", (stack, input) => Shared(stack, input) with { Routing = Paths() }),
        ("SP2259", "Routing.PathPatterns", "6 paths and hosts", "1 to 5 paths and hosts together", (stack, input) => Shared(stack, input) with { Routing = Paths("/1", "/2", "/3", "/4", "/5", "/6") }),
        ("SP2259", "Routing.PathPatterns", "6 wildcards", "5 wildcards at the most in all paths and hosts together", (stack, input) => Shared(stack, input) with { Routing = Paths("/*?/*?/*?") }),
        ("SP2259", "Routing.PathPatterns", "\"orders\"", "a path of 1 to 128 letters, digits and _-.$/~\"'@:+&*?, beginning with / or *", (stack, input) => Shared(stack, input) with { Routing = Paths("orders") }),
        ("SP2259", "Routing.HostHeaders", "\"https://example.com\"", "a host name of up to 128 characters with a dot, after the last of which there are letters; * and ? are wildcards", (stack, input) => Shared(stack, input) with { Routing = new() { Priority = 1, HostHeaders = ["https://example.com"] } }),
        ("SP2260", "HealthCheck.Path", "\"health\"", "1 to 1,024 printable characters without white space, beginning with /", (_, input) => input with { HealthCheck = new() { Path = "health" } }),
        ("SP2261", "HealthCheck.HealthyHttpCodes", "\"2xx\"", "status codes from 200 to 499, such as 200, 200,204 or 200-299", (_, input) => input with { HealthCheck = new() { HealthyHttpCodes = "2xx" } }),
        ("SP2261", "HealthCheck.HealthyHttpCodes", "\"200-500\"", "status codes from 200 to 499, such as 200, 200,204 or 200-299", (_, input) => input with { HealthCheck = new() { HealthyHttpCodes = "200-500" } }),
        ("SP2262", "HealthCheck.Interval", "301 seconds", "5 to 300 seconds", (_, input) => input with { HealthCheck = new() { Interval = Duration.Seconds(301) } }),
        ("SP2262", "HealthCheck.Timeout", "1 seconds", "2 to 120 seconds", (_, input) => input with { HealthCheck = new() { Timeout = Duration.Seconds(1) } }),
        ("SP2262", "HealthCheck.Timeout", "10 seconds", "less than the interval of 10 seconds", (_, input) => input with { HealthCheck = new() { Timeout = Duration.Seconds(10) } }),
        ("SP2262", "HealthCheck.HealthyThreshold", "1", "2 to 10 checks", (_, input) => input with { HealthCheck = new() { HealthyThreshold = 1 } }),
        ("SP2262", "HealthCheck.UnhealthyThreshold", "11", "2 to 10 checks", (_, input) => input with { HealthCheck = new() { UnhealthyThreshold = 11 } }),
        ("SP2262", "HealthCheck.GracePeriod", "0.5 seconds", "0 to 2147483647 seconds", (_, input) => input with { HealthCheck = new() { GracePeriod = Duration.Millis(500) } }),
        ("SP2263", "DeregistrationDelay", "3601 seconds", "0 to 3600 seconds", (_, input) => input with { DeregistrationDelay = Duration.Seconds(3601) }),
        ("SP2264", "Scaling.MinTasks", "0", "1 to 5000 tasks", (_, input) => input with { Scaling = new() { MinTasks = 0 } }),
        ("SP2264", "Scaling.MaxTasks", "2", "3 to 5000 tasks", (_, input) => input with { Scaling = new() { MinTasks = 3, MaxTasks = 2 } }),
        ("SP2265", "Scaling.CpuUtilization", "0", "1 to 100 percent", (_, input) => input with { Scaling = new() { CpuUtilization = 0 } }),
        ("SP2265", "Scaling.MemoryUtilization", "101", "1 to 100 percent", (_, input) => input with { Scaling = new() { MemoryUtilization = 101 } }),
        ("SP2265", "Scaling.RequestsPerTask", "0", "1 to 2147483647 requests a task and minute", (_, input) => input with { Scaling = new() { RequestsPerTask = 0 } }),
        ("SP2266", "Scaling.ScaleInCooldown", "0.5 seconds", "0 to 2147483647 seconds", (_, input) => input with { Scaling = new() { ScaleInCooldown = Duration.Millis(500) } }),
        ("SP2266", "Scaling.ScaleOutCooldown", "0.5 seconds", "0 to 2147483647 seconds", (_, input) => input with { Scaling = new() { ScaleOutCooldown = Duration.Millis(500) } }),
        ("SP2268", "RollbackOnAlarms", "true without alarms", "true with alarms, which are what takes a deployment back", (_, input) => input with { RollbackOnAlarms = true, Monitoring = MonitoringOptions.None }),
        ("SP2207", "ContainerPort", "0", "1 to 65535", (_, input) => input with { ContainerPort = 0 }),
        ("SP2221", "Network", "nothing", "one of these: Network.Isolated(), Network.Nat(1), Network.PublicSubnets(), a VPC or a cluster", (_, input) => input with { Network = null }),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Constructor_OneWrongProp_SaysWhatIsWrong(int index)
    {
        var (code, property, value, allowed, change) = All[index];

        var thrown = Refused(stack => change(stack, ServiceInput.Minimal(stack)));

        thrown.ConstructPath.ShouldBe("Test/Shop");
        var problem = thrown.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
        problem.Value.ShouldBe(value);
        problem.Allowed.ShouldBe(allowed);
        problem.Fix.ShouldNotBeEmpty();
    }

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceAndMakesNothing()
    {
        var stack = new Stack(new App(new AppProps { AnalyticsReporting = false }), "Test");

        Should.Throw<PatternValidationException>(() => Make(stack, "Shop", new() { HealthCheck = new() { Path = "health" }, DeregistrationDelay = Duration.Hours(2) }))
            .Problems.Select(problem => problem.Code).ShouldBe(["SP2221", "SP2252", "SP2260", "SP2263"], ignoreOrder: true);
        stack.Node.FindAll().ShouldNotContain(construct => CfnResource.IsCfnResource(construct));
    }

    [Fact]
    public void Constructor_UnresolvedTokens_Pass()
    {
        var template = Synthesize(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            var text = new CfnParameter(stack, "Text").ValueAsString;
            return ServiceInput.Minimal(stack) with
            {
                HealthCheck = new() { Path = text, HealthyHttpCodes = text, Interval = Duration.Seconds(number), Timeout = Duration.Seconds(number) },
                DeregistrationDelay = Duration.Seconds(number),
                DomainName = text,
                HostedZone = ServiceInput.Zone(stack),
                AccessLogsPrefix = text,
                Scaling = new() { CpuUtilization = number, RequestsPerTask = number },
            };
        });

        template.Properties("AWS::ElasticLoadBalancingV2::TargetGroup")["HealthCheckPath"].ShouldBeJson("""{"Ref":"Text"}""");
        template.Properties("AWS::ElasticLoadBalancingV2::TargetGroup")["HealthCheckIntervalSeconds"].ShouldBeJson("""{"Ref":"Number"}""");
    }

    [Fact]
    public void Public_WithoutEncryption_IsAWarning() =>
        Synthesize(stack => ServiceInput.Minimal(stack) with { Certificate = null, AllowPlainHttp = true, PublicAccess = true })
            .Annotations.ShouldContain(text => text.Contains("without encryption", StringComparison.Ordinal));

    private static ListenerRouting Paths(params string[] paths) => new() { Priority = 10, PathPatterns = paths };

    private static ServiceInput Shared(Stack stack, ServiceInput input) => input with
    {
        Certificate = null,
        Routing = Paths("/orders", "/orders/*"),
        Listener = ApplicationListener.FromApplicationListenerAttributes(stack, "Shared", new ApplicationListenerAttributes
        {
            ListenerArn = ListenerArn,
            SecurityGroup = SecurityGroup.FromSecurityGroupId(stack, "SharedGroup", "sg-1"),
        }),
    };

    private static IApplicationLoadBalancer ImportedLoadBalancer(Stack stack) => ApplicationLoadBalancer.FromApplicationLoadBalancerAttributes(
        stack, "SharedLoadBalancer", new ApplicationLoadBalancerAttributes { LoadBalancerArn = LoadBalancerArn, SecurityGroupId = "sg-1" });

    private static PrivateHostedZone PrivateZone(Stack stack) =>
        new(stack, "PrivateZone", new PrivateHostedZoneProps { ZoneName = "example.com", Vpc = GivenVpc.Isolated(stack) });

    private static IVpc ImportedVpc(Stack stack) => Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes
    {
        VpcId = "vpc-1",
        AvailabilityZones = ["us-east-1a", "us-east-1b"],
        IsolatedSubnetIds = ["subnet-1", "subnet-2"],
    });

    // Only a VPC that was looked up can be like this: those that the CDK makes have every kind in each zone.
    private static IVpc OnePublicZone(Stack stack)
    {
        var account = new Stack(stack, "Found", new StackProps { Env = new Amazon.CDK.Environment { Account = "123456789012", Region = "us-east-1" } });
        account.Node.SetContext("vpc-provider:account=123456789012:filter.vpc-id=vpc-1:region=us-east-1:returnAsymmetricSubnets=true", new Dictionary<string, object>
        {
            ["vpcId"] = "vpc-1",
            ["vpcCidrBlock"] = "10.0.0.0/16",
            ["availabilityZones"] = Array.Empty<string>(),
            ["subnetGroups"] = new object[] { Group("Public", "us-east-1a"), Group("Isolated", "us-east-1a", "us-east-1b") },
        });
        return Amazon.CDK.AWS.EC2.Vpc.FromLookup(account, "Vpc", new VpcLookupOptions { VpcId = "vpc-1" });

        static Dictionary<string, object> Group(string type, params string[] zones) => new()
        {
            ["name"] = type,
            ["type"] = type,
            ["subnets"] = zones.Select(zone => new Dictionary<string, object>
            {
                ["subnetId"] = $"subnet-{type}-{zone}",
                ["cidr"] = "10.0.0.0/24",
                ["availabilityZone"] = zone,
                ["routeTableId"] = "rtb-1",
            }).ToArray<object>(),
        };
    }
}
