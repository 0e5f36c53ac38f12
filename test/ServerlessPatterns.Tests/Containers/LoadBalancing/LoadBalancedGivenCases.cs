using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>What can be brought along to both kinds of service alike.</summary>
public abstract class LoadBalancedGivenCases : LoadBalancedServiceTests
{
    private const string LoadBalancerArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188";
    private const string ListenerArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2";

    /// <summary>A second service in the same cluster; on EC2 it shares the hosts of the first.</summary>
    private protected abstract Construct MakeBeside(Construct first, Construct scope, string id, ServiceInput input);

    [Fact]
    public void EverythingOfOtherStacks_AndTwoServicesOnOneListener_MakesNoCycle()
    {
        var template = Synthesized.App("Services", app =>
        {
            var network = new Stack(app, "Network");
            var vpc = GivenVpc.Define(network);
            var cluster = new Cluster(new Stack(app, "Clusters"), "Cluster", new ClusterProps { Vpc = vpc });
            var repository = new Repository(new Stack(app, "Images"), "Repository");
            var certificate = new Certificate(new Stack(app, "Certificates"), "Certificate", new CertificateProps { DomainName = "example.com" });
            var listener = SharedListener(new Stack(app, "Front"), vpc, certificate);
            var services = new Stack(app, "Services");
            var orders = Make(services, "Orders", OnShared(cluster, repository, listener, 10, "/orders", "/orders/*"));
            MakeBeside(orders, services, "Users", OnShared(cluster, repository, listener, 20, "/users", "/users/*"));
        });

        template.All("AWS::EC2::VPC").ShouldBeEmpty();
        template.All("AWS::ECS::Cluster").ShouldBeEmpty();
        template.All("AWS::ElasticLoadBalancingV2::LoadBalancer").ShouldBeEmpty();
        template.All("AWS::ElasticLoadBalancingV2::Listener").ShouldBeEmpty();
        template.All("AWS::S3::Bucket").ShouldBeEmpty();
        template.All("AWS::ECS::Service").Count.ShouldBe(2);
        var rules = template.All("AWS::ElasticLoadBalancingV2::ListenerRule").Values.Select(rule => rule["Properties"]!).ToList();
        rules.Select(rule => (int?)rule["Priority"]).ShouldBe([10, 20], ignoreOrder: true);
        rules.ShouldAllBe(rule => rule["ListenerArn"]!["Fn::ImportValue"] != null);
        rules.Select(rule => rule["Actions"]![0]!["TargetGroupArn"].Target()).ShouldBeUnique();

        // The load balancer's group and the tasks' are both opened here, beside the service.
        template.All("AWS::EC2::SecurityGroupEgress").Values.Count(rule => rule["Properties"]!["GroupId"]!["Fn::ImportValue"] != null).ShouldBe(2);
        template.All("AWS::EC2::SecurityGroupIngress").Values.Count(rule => rule["Properties"]!["SourceSecurityGroupId"]?["Fn::ImportValue"] != null).ShouldBe(2);
        foreach (var (_, service) in template.All("AWS::ECS::Service"))
        {
            service["DependsOn"]!.AsArray().Select(other => (string)other!).ShouldContain(other => other.Contains("ListenerRule", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void CertificateAndVpc_OfOtherStacks_MakeNoCycle()
    {
        var template = Synthesized.App("Shop", app =>
        {
            var vpc = GivenVpc.Define(new Stack(app, "Network"));
            var certificate = new Certificate(new Stack(app, "Certificates"), "Certificate", new CertificateProps { DomainName = "example.com" });
            Make(new Stack(app, "Shop"), "Shop", new() { Vpc = vpc, Certificate = certificate });
        });

        Listener(template, 443)["Certificates"]![0]!["CertificateArn"]!["Fn::ImportValue"].ShouldNotBeNull();
        Ingress(template, "LoadBalancerSecurityGroup").ShouldBe(["443-443 from 10.20.0.0/16", "80-80 from 10.20.0.0/16"]);
        template.All("AWS::ECS::Cluster").Count.ShouldBe(1);
    }

    [Fact]
    public void LoadBalancer_OfAnotherStack_GetsAListenerAndRulesFromHere()
    {
        string? url = "unset";
        var template = Synthesized.App("Shop", app =>
        {
            var front = new Stack(app, "Front");
            var vpc = GivenVpc.Define(front);
            var loadBalancer = new ApplicationLoadBalancer(front, "Shared", new ApplicationLoadBalancerProps { Vpc = vpc });
            var shop = new Stack(app, "Shop");
            var clients = new SecurityGroup(shop, "Clients", new SecurityGroupProps { Vpc = vpc });
            var made = Make(shop, "Shop", new() { Vpc = vpc, LoadBalancer = loadBalancer, Certificate = ServiceInput.Imported(shop), AllowedPeers = [clients] });
            url = (string?)made.GetType().GetProperty("Url")!.GetValue(made);
        });

        url.ShouldBeNull("the name of the load balancer is not the pattern's");
        template.All("AWS::ElasticLoadBalancingV2::LoadBalancer").ShouldBeEmpty();
        template.All("AWS::S3::Bucket").ShouldBeEmpty("a load balancer that is given is not changed");
        Listener(template, 443)["LoadBalancerArn"]!["Fn::ImportValue"].ShouldNotBeNull();
        template.All("AWS::EC2::SecurityGroupIngress").Values.Select(rule => rule["Properties"]!)
            .Where(rule => rule["GroupId"]!["Fn::ImportValue"] != null).Select(Rule).Order(StringComparer.Ordinal)
            .ShouldBe([$"443-443 from {Clients(template)}", $"80-80 from {Clients(template)}"]);
    }

    [Fact]
    public void LoadBalancer_Imported_IsKnownToTheAlarmsByItsName()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with
        {
            LoadBalancer = ApplicationLoadBalancer.FromApplicationLoadBalancerAttributes(stack, "Shared", new ApplicationLoadBalancerAttributes
            {
                LoadBalancerArn = LoadBalancerArn,
                SecurityGroupId = "sg-1",
            }),
        });

        LoadBalancerDimensions(template).ShouldAllBe(name => name == "app/shared/50dc6c495c0c9188");
        template.All("AWS::EC2::SecurityGroupIngress").Values.Select(rule => rule["Properties"]!).Where(rule => (rule["GroupId"] as JsonValue)?.ToString() == "sg-1")
            .Select(Rule).Order(StringComparer.Ordinal).ShouldBe(["443-443 from 10.0.0.0/16", "80-80 from 10.0.0.0/16"]);
        Ingress(template, "ShopSecurityGroup").ShouldBe(["8080-8080 from sg-1"]);
    }

    [Fact]
    public void Listener_Imported_GetsARuleAndIsKnownToTheAlarms()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with
        {
            Certificate = null,
            Listener = ApplicationListener.FromApplicationListenerAttributes(stack, "Shared", new ApplicationListenerAttributes
            {
                ListenerArn = ListenerArn,
                SecurityGroup = SecurityGroup.FromSecurityGroupId(stack, "SharedGroup", "sg-1"),
            }),
            Routing = new() { Priority = 7, PathPatterns = ["/orders/*"], HostHeaders = ["*.example.com"] },
        });

        var rule = template.Properties("AWS::ElasticLoadBalancingV2::ListenerRule");
        ((string?)rule["ListenerArn"]).ShouldBe(ListenerArn);
        ((int?)rule["Priority"]).ShouldBe(7);
        rule["Conditions"].ShouldBeJson(
            """
            [{"Field":"path-pattern","PathPatternConfig":{"Values":["/orders/*"]}},
             {"Field":"host-header","HostHeaderConfig":{"Values":["*.example.com"]}}]
            """);
        rule["Actions"]![0]!["TargetGroupArn"].Target().ShouldBe(template.All("AWS::ElasticLoadBalancingV2::TargetGroup").Keys.Single());
        LoadBalancerDimensions(template).ShouldAllBe(name => name == "app/shared/50dc6c495c0c9188");
        ((string)template.All("AWS::ApplicationAutoScaling::ScalingPolicy").Single(pair => pair.Key.Contains("Requests", StringComparison.Ordinal))
            .Value["Properties"]!["TargetTrackingScalingPolicyConfiguration"]!["PredefinedMetricSpecification"]!["ResourceLabel"]!["Fn::Join"]![1]![0]!)
            .ShouldBe("app/shared/50dc6c495c0c9188/");
        Ingress(template, "ShopSecurityGroup").ShouldBe(["8080-8080 from sg-1"]);
        template.Annotations.ShouldNotContain(text => text.StartsWith("The load balancer costs", StringComparison.Ordinal));
    }

    [Fact]
    public void AccessLogsBucket_Given_IsUsedAndNotChanged()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { AccessLogsBucket = Bucket.FromBucketName(stack, "Logs", "company-logs") });

        template.All("AWS::S3::Bucket").ShouldBeEmpty();
        template.All("AWS::S3::BucketPolicy").ShouldBeEmpty();
        Attributes(template.Properties("AWS::ElasticLoadBalancingV2::LoadBalancer"), "LoadBalancerAttributes")["access_logs.s3.bucket"].ShouldBe("company-logs");
    }

    private static ServiceInput OnShared(Cluster cluster, Repository repository, ApplicationListener listener, int priority, params string[] paths) => new()
    {
        Source = ContainerSource.FromEcr(repository, "1.0.0"),
        Cluster = cluster,
        Listener = listener,
        Routing = new() { Priority = priority, PathPatterns = paths },
    };

    private static ApplicationListener SharedListener(Stack stack, Vpc vpc, Certificate certificate) =>
        new ApplicationLoadBalancer(stack, "Shared", new ApplicationLoadBalancerProps { Vpc = vpc }).AddListener("Listener", new BaseApplicationListenerProps
        {
            Port = 443,
            Certificates = [ListenerCertificate.FromArn(certificate.CertificateArn)],
            DefaultAction = ListenerAction.FixedResponse(404),
        });

    private static string Clients(Synthesized template) =>
        template.All("AWS::EC2::SecurityGroup").Keys.Single(id => id.StartsWith("Clients", StringComparison.Ordinal));

    private static IEnumerable<string?> LoadBalancerDimensions(Synthesized template) => template.All("AWS::CloudWatch::Alarm").Values
        .SelectMany(alarm => alarm["Properties"]!["Metrics"]?.AsArray().Select(metric => metric!["MetricStat"]?["Metric"]) ?? [alarm["Properties"]])
        .SelectMany(metric => metric?["Dimensions"]?.AsArray() ?? [])
        .Where(dimension => (string?)dimension!["Name"] == "LoadBalancer").Select(dimension => dimension!["Value"]!.ToString());
}
