using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(Collection)]
public sealed class ScheduledFargateTaskCollection : ICollectionFixture<ScheduledFargateTaskDeployment>
{
    public const string Collection = "ScheduledFargateTask, deployed";
}

/// <summary>The gallery's <c>ScheduledFargateTask</c>.</summary>
public sealed class ScheduledFargateTaskDeployment(GalleryFixture gallery) : StackDeployment(gallery, "ScheduledFargateTask")
{
    internal DeployedSchedule Schedule { get; private set; } = null!;

    internal JsonNode TaskDefinition { get; private set; } = null!;

    internal JsonNode Properties(string type) =>
        Stack.Template.Single(resource => resource.Value!["Type"]!.GetValue<string>() == type).Value!["Properties"]!;

    protected override async Task StartAsync()
    {
        Schedule = new DeployedSchedule(Stack);
        TaskDefinition = (await Gallery.Aws.JsonAsync(
            "ecs",
            "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition",
            new { taskDefinition = Schedule.PhysicalId(Schedule.Target["EcsParameters"]!["TaskDefinitionArn"]) }))["taskDefinition"]!;
    }
}

/// <summary>No engine runs the image here: what is checked is what is deployed, and how it hangs together.</summary>
[Collection(ScheduledFargateTaskCollection.Collection)]
public sealed class ScheduledFargateTaskStackTests(ScheduledFargateTaskDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    protected override IReadOnlyList<string> NotMadeByMoto =>
    [
        "AWS::CloudWatch::Alarm",
        "AWS::SQS::QueuePolicy",
        "AWS::Scheduler::Schedule",
        "AWS::Scheduler::ScheduleGroup",
    ];

    protected override IReadOnlyList<string> DroppedByMoto =>
        ["task definition: both roles, network mode, CPU, processor", "task: that its image exists and runs"];

    [Fact]
    public async Task Cluster_OfTheSchedule_IsActive() => (await ClusterAsync())["status"]!.GetValue<string>().ShouldBe("ACTIVE");

    [Fact]
    public void TaskDefinition_Deployed_HasTheContainerTheLogsAndTheTwoRoles()
    {
        var task = deployment.TaskDefinition;
        var container = task["containerDefinitions"]!.AsArray().Single()!;

        container["name"]!.GetValue<string>().ShouldBe("app");
        container["image"]!.GetValue<string>().ShouldEndWith("/nightly-archive:1.0.0");
        container["logConfiguration"]!["options"]!["awslogs-group"]!.GetValue<string>()
            .ShouldBe(deployment.Stack.PhysicalId("AWS::Logs::LogGroup", "NightlyArchiveTaskLogGroup"));

        // moto's task definition has neither roles nor network mode: the template says which.
        var properties = deployment.Properties("AWS::ECS::TaskDefinition");
        properties["NetworkMode"]!.GetValue<string>().ShouldBe("awsvpc");
        deployment.Schedule.PhysicalId(properties["TaskRoleArn"]).ShouldBe(deployment.Stack.PhysicalId("AWS::IAM::Role", "NightlyArchiveTaskTaskRole"));
        deployment.Schedule.PhysicalId(properties["ExecutionRoleArn"]).ShouldBe(deployment.Stack.PhysicalId("AWS::IAM::Role", "NightlyArchiveTaskExecutionRole"));
    }

    [Fact]
    public void Schedule_OfTheTemplate_StartsTheDeployedTaskInTheDeployedSubnets()
    {
        var ecs = deployment.Schedule.Target["EcsParameters"]!;
        var network = ecs["NetworkConfiguration"]!["AwsvpcConfiguration"]!;

        ecs["Group"]!.GetValue<string>().ShouldBe($"schedule:{deployment.Schedule.GroupName}");
        network["Subnets"]!.AsArray().Select(deployment.Schedule.PhysicalId).ShouldAllBe(id => id.StartsWith("subnet-"));
        network["SecurityGroups"]!.AsArray().Select(deployment.Schedule.PhysicalId).ShouldAllBe(id => id.StartsWith("sg-"));
        network["AssignPublicIp"]!.GetValue<string>().ShouldBe("DISABLED");
        deployment.Schedule.InputAt(DateTimeOffset.UnixEpoch)["containerOverrides"]![0]!["environment"]![0]!["value"]!.GetValue<string>()
            .ShouldBe("1970-01-01T00:00:00Z");
    }

    [Fact]
    public async Task ScheduleRole_Deployed_MayRunThatFamilyAndPassThoseRolesOnly()
    {
        var policy = await IamPolicy.ReadAsync(deployment.Gallery.Aws, deployment.Stack.PhysicalId("AWS::IAM::Role", "NightlyArchiveScheduleRole"));
        var revision = deployment.TaskDefinition["taskDefinitionArn"]!.GetValue<string>();
        var role = $"arn:aws:iam::{deployment.Stack.Account}:role/{deployment.Stack.PhysicalId("AWS::IAM::Role", "NightlyArchiveTaskTaskRole")}";

        var here = ("ecs:cluster", await ClusterArnAsync());
        var toTasks = ("iam:PassedToService", "ecs-tasks.amazonaws.com");

        policy.Allows("ecs:RunTask", revision, here).ShouldBeTrue();
        policy.Allows("iam:PassRole", role, toTasks).ShouldBeTrue();
        policy.Allows("ecs:RunTask", revision, ("ecs:cluster", $"{here.Item2}-of-somebody-else")).ShouldBeFalse();
        policy.Allows("ecs:RunTask", $"{revision}0", here).ShouldBeTrue("the revision before and after, for a run in the middle of a deployment");
        policy.Allows("ecs:RunTask", $"{revision[..revision.LastIndexOf(':')]}-of-somebody-else:1", here).ShouldBeFalse();
        policy.Allows("ecs:StopTask", revision, here).ShouldBeFalse();
        policy.Allows("iam:PassRole", role, ("iam:PassedToService", "lambda.amazonaws.com")).ShouldBeFalse();
        policy.Allows("iam:PassRole", $"{role}-of-somebody-else", toTasks).ShouldBeFalse();
    }

    [Fact]
    public async Task FailureRule_Deployed_TakesWhatFailedIntoItsQueueAndNothingElse()
    {
        var rule = await EventRule.ReadAsync(deployment.Gallery.Aws, deployment.Stack.PhysicalId("AWS::Events::Rule", "NightlyArchiveFailureRule"));

        var queue = deployment.Stack.PhysicalId("AWS::SQS::Queue", "NightlyArchiveFailedTaskQueue").Split('/')[^1];
        rule.Targets.ShouldHaveSingleItem()!["Arn"]!.GetValue<string>().ShouldEndWith($":{queue}");
        var cluster = await ClusterArnAsync();
        JsonObject Stopped(string stopCode, params (string Name, int? ExitCode)[] containers) => new()
        {
            ["source"] = "aws.ecs",
            ["detail-type"] = "ECS Task State Change",
            ["detail"] = new JsonObject
            {
                ["clusterArn"] = cluster,
                ["group"] = $"schedule:{deployment.Schedule.GroupName}",
                ["lastStatus"] = "STOPPED",
                ["stopCode"] = stopCode,
                ["containers"] = new JsonArray([.. containers.Select(Container)]),
            },
        };

        rule.Matches(Stopped("EssentialContainerExited", ("app", 1))).ShouldBeTrue();
        rule.Matches(Stopped("EssentialContainerExited", ("sidecar", 0), ("app", 137))).ShouldBeTrue();
        rule.Matches(Stopped("TaskFailedToStart", ("app", null))).ShouldBeTrue();
        rule.Matches(Stopped("SpotInterruption", ("app", 0))).ShouldBeTrue();
        rule.Matches(Stopped("EssentialContainerExited", ("app", 0))).ShouldBeFalse();
        rule.Matches(Stopped("EssentialContainerExited", ("app", 0), ("sidecar", 143))).ShouldBeFalse();
        rule.Matches(Stopped("UserInitiated", ("app", 0))).ShouldBeFalse();
        foreach (var (field, value) in new[] { ("group", "family:other"), ("clusterArn", $"{cluster}-of-somebody-else"), ("lastStatus", "RUNNING") })
        {
            var other = Stopped("EssentialContainerExited", ("app", 1));
            other["detail"]![field] = value;
            rule.Matches(other).ShouldBeFalse(field);
        }
    }

    [Fact]
    public async Task RunAgain_OfThePage_StartsTheTaskAsTheScheduleDoes()
    {
        Tool.Require(Tool.AwsCli, "pip install awscli");
        Tool.Require(Tool.Bash, "bash, which on Windows comes with Git, https://git-scm.com");
        var schedule = deployment.Schedule;
        var network = schedule.Target["EcsParameters"]!["NetworkConfiguration"]!["AwsvpcConfiguration"]!;
        string[] Ids(string name) => [.. network[name]!.AsArray().Select(schedule.PhysicalId)];
        var parameters = JsonNode.Parse(schedule.Target["EcsParameters"]!.ToJsonString())!.AsObject();
        parameters["TaskDefinitionArn"] = deployment.TaskDefinition["taskDefinitionArn"]!.GetValue<string>();
        parameters.Remove("EnableEcsManagedTags");
        parameters["EnableECSManagedTags"] = true;
        parameters["EnableExecuteCommand"] = true;
        parameters["PropagateTags"] = "TASK_DEFINITION";
        parameters["Tags"] = new JsonArray(new JsonObject { ["key"] = "job", ["value"] = "again" });
        parameters["NetworkConfiguration"] = new JsonObject
        {
            ["awsvpcConfiguration"] = new JsonObject
            {
                ["AssignPublicIp"] = "DISABLED",
                ["SecurityGroups"] = JsonSerializer.SerializeToNode(Ids("SecurityGroups")),
                ["Subnets"] = JsonSerializer.SerializeToNode(Ids("Subnets")),
            },
        };
        var target = new JsonObject
        {
            ["Arn"] = await ClusterArnAsync(),
            ["RoleArn"] = $"arn:aws:iam::{deployment.Stack.Account}:role/any",
            ["EcsParameters"] = parameters,
        };

        // The schedule is made with the real AWS CLI, so that what the page reads has Scheduler's own shape. The emulator
        // fails on such a run; the AWS CLI itself refuses one of another shape than ECS's, and prints a sample answer.
        var printed = await PageScript.RunAsync(
            $$"""
            aws() {
              if [[ $2 == run-task ]]; then command aws "$@" --generate-cli-skeleton output
              else command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; fi
            }
            cd "$(mktemp -d)"
            schedule=nightly group=default overrides='{"containerOverrides":[{"name":"app","environment":[{"name":"SCHEDULED_TIME","value":"2026-11-20T02:00:00Z"}]}]}'
            aws scheduler create-schedule --name nightly --schedule-expression 'rate(1 day)' --flexible-time-window Mode=OFF --target '{{target.ToJsonString()}}' > made.json
            {{PageScript.Read("scheduled-fargate-task.md", "run-again")}} > answer.json
            aws scheduler delete-schedule --name nightly
            cat run.json
            rm -r "$PWD"
            """,
            deployment.Gallery.Emulator.Endpoint);

        var run = JsonNode.Parse(printed)!;
        var awsvpc = run["networkConfiguration"]!["awsvpcConfiguration"]!.AsObject();
        awsvpc.Select(part => part.Key).Order(StringComparer.Ordinal).ShouldBe(["assignPublicIp", "securityGroups", "subnets"]);
        awsvpc["subnets"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe(Ids("Subnets"));
        run["group"]!.GetValue<string>().ShouldBe($"schedule:{schedule.GroupName}");
        run["count"]!.GetValue<int>().ShouldBe(1);
        run["enableExecuteCommand"]!.GetValue<bool>().ShouldBeTrue();
        run["enableECSManagedTags"]!.GetValue<bool>().ShouldBeTrue();
        run["propagateTags"]!.GetValue<string>().ShouldBe("TASK_DEFINITION");
        run["tags"]![0]!["key"]!.GetValue<string>().ShouldBe("job");
        run["overrides"]!["containerOverrides"]![0]!["name"]!.GetValue<string>().ShouldBe("app");
        run["cluster"]!.GetValue<string>().ShouldBe(await ClusterArnAsync());
        run["taskDefinition"]!.GetValue<string>().ShouldBe(deployment.TaskDefinition["taskDefinitionArn"]!.GetValue<string>());
    }

    private static JsonObject Container((string Name, int? ExitCode) container)
    {
        var made = new JsonObject { ["name"] = container.Name, ["lastStatus"] = "STOPPED" };
        if (container.ExitCode is { } code)
        {
            made["exitCode"] = code;
        }

        return made;
    }

    private async Task<JsonNode> ClusterAsync()
    {
        var clusters = await deployment.Gallery.Aws.JsonAsync(
            "ecs", "AmazonEC2ContainerServiceV20141113.DescribeClusters", new { clusters = new[] { deployment.Schedule.PhysicalId(deployment.Schedule.Target["Arn"]) } });
        return clusters["clusters"]!.AsArray().Single()!;
    }

    private async Task<string> ClusterArnAsync() => (await ClusterAsync())["clusterArn"]!.GetValue<string>();
}
