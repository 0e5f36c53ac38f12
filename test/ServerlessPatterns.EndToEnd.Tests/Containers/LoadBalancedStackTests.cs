using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What both kinds of load-balanced service leave behind: that each part knows the others.</summary>
public abstract class LoadBalancedStackTests(StackDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    private const string ElbVersion = "2015-12-01";

    // Every type that the patterns have and moto's CloudFormation has not.
    protected static readonly string[] NeverMade =
    [
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        "AWS::CloudWatch::Alarm",
        "AWS::EC2::SecurityGroupEgress",
        "AWS::S3::BucketPolicy",
    ];

    protected override IReadOnlyList<string> NotMadeByMoto => NeverMade;

    protected override IReadOnlyList<string> DroppedByMoto =>
    [
        "service: deployment configuration, availability zone rebalancing, grace period, tags",
        "target group: deregistration delay",
    ];

    [Fact]
    public async Task Service_OfTheStack_RunsItsTaskDefinitionBehindItsTargetGroup()
    {
        var service = await DescribeServiceAsync();

        service["status"]!.GetValue<string>().ShouldBe("ACTIVE");
        service["clusterArn"]!.GetValue<string>().ShouldEndWith($":cluster/{Id("AWS::ECS::Cluster")}");
        service["taskDefinition"]!.GetValue<string>().ShouldBe(Id("AWS::ECS::TaskDefinition"));
        var target = service["loadBalancers"]!.AsArray().Single()!;
        target["targetGroupArn"]!.GetValue<string>().ShouldBe(Id("AWS::ElasticLoadBalancingV2::TargetGroup"));
        target["containerName"]!.GetValue<string>().ShouldBe("app");
        target["containerPort"]!.GetValue<int>().ShouldBe(8080);
    }

    [Fact]
    public async Task TaskDefinition_OfTheService_HasItsImageItsPortAndTwoRolesThatAreThere()
    {
        var answer = await deployment.Gallery.Aws.JsonAsync(
            "ecs", "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition", new { taskDefinition = Id("AWS::ECS::TaskDefinition") });
        var task = answer["taskDefinition"]!;

        var container = task["containerDefinitions"]!.AsArray().Single()!;
        container["image"]!.GetValue<string>().ShouldEndWith("/gallery/container-app:1.0.0");
        container["portMappings"]!.AsArray().Single()!["containerPort"]!.GetValue<int>().ShouldBe(8080);
        container["logConfiguration"]!["options"]!["awslogs-group"]!.GetValue<string>()
            .ShouldBe(deployment.Stack.PhysicalId("AWS::Logs::LogGroup", "ShopTaskLogGroup"));
        foreach (var (role, id) in new[] { ("taskRoleArn", "ShopTaskTaskRole"), ("executionRoleArn", "ShopTaskExecutionRole") })
        {
            var name = deployment.Stack.PhysicalId("AWS::IAM::Role", id);
            task[role]!.GetValue<string>().ShouldEndWith($":role/{name}");
            (await deployment.Gallery.Aws.QueryAsync("iam", "2010-05-08", "GetRole", ("RoleName", name))).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Listener_OfTheLoadBalancer_ForwardsToTheTargetGroup()
    {
        var listener = (await ElbAsync("DescribeListeners", ("LoadBalancerArn", Id("AWS::ElasticLoadBalancingV2::LoadBalancer")))).All("member")
            .Single(member => member.Element(member.Name.Namespace + "ListenerArn") is not null);

        listener.Text("Port").ShouldBe("80");
        listener.Text("Protocol").ShouldBe("HTTP");
        listener.Text("Type").ShouldBe("forward");
        listener.All("TargetGroupArn").Select(arn => arn.Value).Distinct().ShouldBe([Id("AWS::ElasticLoadBalancingV2::TargetGroup")]);
    }

    [Fact]
    public async Task LoadBalancer_OfTheStack_IsInternalAndStrict()
    {
        var arn = Id("AWS::ElasticLoadBalancingV2::LoadBalancer");
        var described = await ElbAsync("DescribeLoadBalancers", ("LoadBalancerArns.member.1", arn));
        described.Text("Scheme").ShouldBe("internal");
        var attributes = (await ElbAsync("DescribeLoadBalancerAttributes", ("LoadBalancerArn", arn))).All("Key")
            .ToDictionary(key => key.Value, key => key.Parent!.Text("Value"), StringComparer.Ordinal);

        attributes["routing.http.drop_invalid_header_fields.enabled"].ShouldBe("true");
        attributes["access_logs.s3.enabled"].ShouldBe("true");
        attributes["access_logs.s3.bucket"].ShouldBe(deployment.Stack.PhysicalId("AWS::S3::Bucket", "ShopAccessLogsBucket"));
    }

    [Fact]
    public async Task TargetGroup_OfTheStack_AsksForTheHealthPath()
    {
        var group = await ElbAsync("DescribeTargetGroups", ("TargetGroupArns.member.1", Id("AWS::ElasticLoadBalancingV2::TargetGroup")));

        group.Text("HealthCheckPath").ShouldBe("/health");
        group.Text("TargetType").ShouldBe("ip");
        group.Text("Port").ShouldBe("8080");
    }

    private protected string Id(string type) => deployment.Stack.Resources.Single(resource => resource.Type == type).PhysicalId;

    private protected async Task<JsonNode> DescribeServiceAsync()
    {
        var answer = await deployment.Gallery.Aws.JsonAsync(
            "ecs",
            "AmazonEC2ContainerServiceV20141113.DescribeServices",
            new { cluster = Id("AWS::ECS::Cluster"), services = new[] { Id("AWS::ECS::Service") } });
        return answer["services"]!.AsArray().Single()!;
    }

    private Task<XElement> ElbAsync(string action, params (string Name, string Value)[] parameters) =>
        deployment.Gallery.Aws.QueryAsync("elasticloadbalancing", ElbVersion, action, parameters);
}
