using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Containers;

public sealed class TaskHookTests
{
    public static TheoryData<string, string, Action<TaskDefinitionProps, Stack>> TaskHooks => new()
    {
        { "SP2201", "Cpu", (props, _) => props.MemoryMiB = "4096" },
        { "SP2212", "Compatibility", (props, _) => props.Compatibility = Compatibility.EC2_AND_FARGATE },
        { "SP2212", "NetworkMode", (props, _) => props.NetworkMode = NetworkMode.BRIDGE },
        { "SP2202", "EphemeralStorageGiB", (props, _) => props.EphemeralStorageGiB = 10 },
        { "SP2212", "RuntimePlatform", (props, _) => props.RuntimePlatform = new RuntimePlatform { CpuArchitecture = CpuArchitecture.ARM64 } },
        { "SP2212", "TaskRole", (props, stack) => props.TaskRole = Role(stack) },
        { "SP2212", "ExecutionRole", (props, stack) => props.ExecutionRole = Role(stack) },
        { "SP2212", "Volumes", (props, _) => props.Volumes = [] },
    };

    public static TheoryData<string, string, Action<ContainerDefinitionOptions>> ContainerHooks => new()
    {
        { "SP2212", "Image", props => props.Image = ContainerImage.FromRegistry("other") },
        { "SP2212", "ContainerName", props => props.ContainerName = "other" },
        { "SP2212", "Essential", props => props.Essential = false },
        { "SP2205", "StopTimeout", props => props.StopTimeout = Duration.Seconds(200) },
        { "SP2212", "PortMappings", props => props.PortMappings = [] },
        { "SP2212", "Environment", props => props.Environment!.Remove("QUEUE_URL") },
        { "SP2203", "Environment", props => props.Environment!["a b"] = "x" },
        { "SP2210", "ReadonlyRootFilesystem", props => props.ReadonlyRootFilesystem = true },
    };

    [Theory]
    [MemberData(nameof(TaskHooks), DisableDiscoveryEnumeration = true)]
    public void ConfigureTaskDefinition_ThatBreaksThePattern_IsRefused(string code, string property, Action<TaskDefinitionProps, Stack> hook) =>
        ShouldBeRefused(code, $"ConfigureTaskDefinition.{property}", stack => TaskRequests.Of(stack, new() { WritablePaths = ["/tmp"] }) with
        {
            ConfigureTaskDefinition = props => hook(props, stack),
        });

    [Theory]
    [MemberData(nameof(ContainerHooks), DisableDiscoveryEnumeration = true)]
    public void ConfigureContainer_ThatBreaksThePattern_IsRefused(string code, string property, Action<ContainerDefinitionOptions> hook) =>
        ShouldBeRefused(code, $"ConfigureContainer.{property}", stack => TaskRequests.Of(stack) with
        {
            ContainerPort = 8080,
            EnableExecuteCommand = true,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["QUEUE_URL"] = "q" },
            ConfigureContainer = hook,
        });

    [Fact]
    public void Hooks_WhatTheyAdd_IsTaken()
    {
        var task = Synthesized.Stack(stack => new PatternTask(stack, "Task", TaskRequests.Of(stack) with
        {
            ConfigureTaskDefinition = props => props.Family = "shop",
            ConfigureContainer = props =>
            {
                props.Hostname = "shop";
                props.Environment!["STAGE"] = "test";
            },
        })).Properties("AWS::ECS::TaskDefinition");

        ((string?)task["Family"]).ShouldBe("shop");
        ((string?)task["ContainerDefinitions"]![0]!["Hostname"]).ShouldBe("shop");
        task["ContainerDefinitions"]![0]!["Environment"].ShouldBeJson("""[{"Name":"STAGE","Value":"test"}]""");
    }

    private static Role Role(Stack stack) => new(stack, "Other", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });

    private static void ShouldBeRefused(string code, string property, Func<Stack, TaskRequest> request)
    {
        var problem = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new PatternTask(stack, "Task", request(stack))))
            .Problems.Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
    }
}
