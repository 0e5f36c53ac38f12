using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What both kinds of load-balanced service leave behind: that each part knows the others.</summary>
public abstract class LoadBalancedStackTests : StackTests
{
    private const string ElbVersion = "2015-12-01";

    private readonly StackDeployment deployment;

    protected LoadBalancedStackTests(StackDeployment deployment, ITestOutputHelper output)
        : base(deployment, output) => this.deployment = deployment;

    // Every type that both patterns have and moto's CloudFormation has not.
    private protected static readonly string[] NeverMade =
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
        "service: load balancers, launch type, deployment configuration, availability zone rebalancing, grace period, tags",
        "task definition: both roles",
        "load balancer: attributes",
        "target group: deregistration delay",
    ];

    [Fact]
    public async Task Service_OfTheStack_RunsItsTaskDefinitionBehindItsTargetGroup()
    {
        var service = await DescribeServiceAsync();

        service["status"]!.GetValue<string>().ShouldBe("ACTIVE");
        service["clusterArn"]!.GetValue<string>().ShouldEndWith($":cluster/{Id("AWS::ECS::Cluster")}");
        service["taskDefinition"]!.GetValue<string>().ShouldBe(Id("AWS::ECS::TaskDefinition"));

        // What moto drops is held against the template that was deployed, and against what its references became.
        var target = deployment.Gallery.Emulator.IsMoto
            ? deployment.Stack.OfType("AWS::ECS::Service").Single().Value!["Properties"]!["LoadBalancers"]!.AsArray().Single()!
            : service["loadBalancers"]!.AsArray().Single()!;
        var (arn, name, port) = deployment.Gallery.Emulator.IsMoto
            ? (deployment.Stack.Refer(target["TargetGroupArn"]!), target["ContainerName"]!, target["ContainerPort"]!)
            : (target["targetGroupArn"]!.GetValue<string>(), target["containerName"]!, target["containerPort"]!);
        arn.ShouldBe(Id("AWS::ElasticLoadBalancingV2::TargetGroup"));
        name.GetValue<string>().ShouldBe("app");
        port.GetValue<int>().ShouldBe(8080);
    }

    [Fact]
    public async Task TaskDefinition_OfTheService_HasItsImageItsPortAndItsLog()
    {
        var answer = await Aws.JsonAsync(
            "ecs", "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition", new { taskDefinition = Id("AWS::ECS::TaskDefinition") });

        var container = answer["taskDefinition"]!["containerDefinitions"]!.AsArray().Single()!;
        container["image"]!.GetValue<string>().ShouldEndWith("/gallery/container-app:1.0.0");
        container["portMappings"]!.AsArray().Single()!["containerPort"]!.GetValue<int>().ShouldBe(8080);
        container["logConfiguration"]!["options"]!["awslogs-group"]!.GetValue<string>()
            .ShouldBe(deployment.Stack.PhysicalId("AWS::Logs::LogGroup", "ShopTaskLogGroup"));
    }

    [Theory]
    [InlineData("TaskRoleArn", "ShopTaskTaskRole")]
    [InlineData("ExecutionRoleArn", "ShopTaskExecutionRole")]
    public async Task Role_OfTheTaskDefinition_IsThereForTasksAlone(string property, string logicalIdPrefix)
    {
        var task = deployment.Stack.OfType("AWS::ECS::TaskDefinition").Single().Value!["Properties"]!;
        var role = await Aws.QueryAsync("iam", "2010-05-08", "GetRole", ("RoleName", deployment.Stack.PhysicalId("AWS::IAM::Role", logicalIdPrefix)));

        task[property]!["Fn::GetAtt"]![0]!.GetValue<string>().ShouldStartWith(logicalIdPrefix);
        var trust = JsonNode.Parse(Uri.UnescapeDataString(role.Text("AssumeRolePolicyDocument")))!["Statement"]!.AsArray().Single()!;
        trust["Principal"]!["Service"]!.GetValue<string>().ShouldBe("ecs-tasks.amazonaws.com");
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
    public async Task LoadBalancer_OfTheStack_IsInternal() =>
        (await ElbAsync("DescribeLoadBalancers", ("LoadBalancerArns.member.1", Id("AWS::ElasticLoadBalancingV2::LoadBalancer")))).Text("Scheme").ShouldBe("internal");

    [Fact]
    public async Task TargetGroup_OfTheStack_AsksForTheHealthPath()
    {
        var group = await ElbAsync("DescribeTargetGroups", ("TargetGroupArns.member.1", Id("AWS::ElasticLoadBalancingV2::TargetGroup")));

        group.Text("HealthCheckPath").ShouldBe("/health");
        group.Text("TargetType").ShouldBe("ip");
        group.Text("Port").ShouldBe("8080");
        group.All("LoadBalancerArns").Single().Value.ShouldBe(Id("AWS::ElasticLoadBalancingV2::LoadBalancer"));
    }

    private protected AwsApi Aws => deployment.Gallery.Aws;

    private protected string Id(string type) => deployment.Stack.Resources.Single(resource => resource.Type == type).PhysicalId;

    private protected async Task<JsonNode> DescribeServiceAsync()
    {
        var answer = await Aws.JsonAsync(
            "ecs",
            "AmazonEC2ContainerServiceV20141113.DescribeServices",
            new { cluster = Id("AWS::ECS::Cluster"), services = new[] { Id("AWS::ECS::Service") } });
        return answer["services"]!.AsArray().Single()!;
    }

    private Task<XElement> ElbAsync(string action, params (string Name, string Value)[] parameters) =>
        Aws.QueryAsync("elasticloadbalancing", ElbVersion, action, parameters);
}
