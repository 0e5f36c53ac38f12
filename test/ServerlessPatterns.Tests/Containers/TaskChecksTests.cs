using Amazon.CDK;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns.Tests.Containers;

public sealed class TaskChecksTests
{
    public static TheoryData<string, string, ContainerSettings> Wrong => new()
    {
        { "SP2201", "Cpu", new() { Cpu = 256, MemoryLimitMiB = 4096 } },
        { "SP2201", "Cpu", new() { Cpu = 300 } },
        { "SP2202", "EphemeralStorageGiB", new() { EphemeralStorageGiB = 20 } },
        { "SP2202", "EphemeralStorageGiB", new() { EphemeralStorageGiB = 201 } },
        { "SP2203", "Environment", new() { Environment = One("a=b") } },
        { "SP2203", "Environment", new() { Environment = One("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") } },
        { "SP2204", "Environment", new() { Environment = One("QUEUE_URL") } },
        { "SP2208", "Command", new() { Command = [] } },
        { "SP2208", "EntryPoint", new() { EntryPoint = [] } },
        { "SP2208", "User", new() { User = "1000:" } },
        { "SP2211", "WritablePaths", new() { WritablePaths = ["tmp"] } },
        { "SP2211", "WritablePaths", new() { WritablePaths = ["/tmp", "/tmp"] } },
        { "SP2206", "HealthCheck.Command", new() { HealthCheck = new HealthCheck { Command = [] } } },
        { "SP2206", "HealthCheck.Retries", new() { HealthCheck = new HealthCheck { Command = ["CMD", "true"], Retries = 11 } } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Check_OneWrongSetting_SaysCodeAndProperty(string code, string property, ContainerSettings settings) =>
        ShouldBeRefused(code, $"ContainerSettings.{property}", stack => WithQueue(stack) with { Settings = settings });

    [Fact]
    public void Check_WrongDurations_SayCodeAndProperty()
    {
        ShouldBeRefused("SP2205", "ContainerSettings.StopTimeout", stack => TaskRequests.Of(stack, new() { StopTimeout = Duration.Seconds(121) }));
        ShouldBeRefused("SP2205", "ContainerSettings.StopTimeout", stack => TaskRequests.Of(stack, new() { StopTimeout = Duration.Seconds(1) }));
        ShouldBeRefused("SP2206", "ContainerSettings.HealthCheck.Interval", stack => Health(stack, new() { Command = ["CMD", "true"], Interval = Duration.Seconds(4) }));
        ShouldBeRefused("SP2206", "ContainerSettings.HealthCheck.Timeout", stack => Health(stack, new() { Command = ["CMD", "true"], Timeout = Duration.Seconds(1) }));
        ShouldBeRefused("SP2206", "ContainerSettings.HealthCheck.StartPeriod", stack => Health(stack, new() { Command = ["CMD", "true"], StartPeriod = Duration.Minutes(6) }));
    }

    [Fact]
    public void Check_WrongRequests_SayCodeAndProperty()
    {
        ShouldBeRefused("SP2207", "ContainerPort", stack => TaskRequests.Of(stack) with { ContainerPort = 65536 });
        ShouldBeRefused("SP2202", "ContainerSettings.EphemeralStorageGiB", stack => TaskRequests.Of(stack, new() { EphemeralStorageGiB = 50 }) with { OnEc2 = true });
        ShouldBeRefused("SP2201", "ContainerSettings.Cpu", stack => TaskRequests.Of(stack, new() { Cpu = 64 }) with { OnEc2 = true });
        ShouldBeRefused("SP2201", "ContainerSettings.MemoryLimitMiB", stack => TaskRequests.Of(stack, new() { MemoryLimitMiB = 4 }) with { OnEc2 = true });
        ShouldBeRefused("SP2210", "ContainerSettings.ReadonlyRootFilesystem", stack => TaskRequests.Of(stack, new() { ReadonlyRootFilesystem = true }) with { EnableExecuteCommand = true });
        ShouldBeRefused("SP2209", "Source", stack => TaskRequests.Of(stack) with { Source = ContainerSource.FromRegistry("123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1") });
        ShouldBeRefused("SP1130", "Source", stack => TaskRequests.Of(stack) with { Source = ContainerSource.FromEcr(Amazon.CDK.AWS.ECR.Repository.FromRepositoryName(stack, "R", "r"), "shop:1") });
        ShouldBeRefused("SP1131", "Source", stack => TaskRequests.Of(stack) with { Source = ContainerSource.FromDirectory("/nowhere") });
        ShouldBeRefused("SP1132", "Source", stack => TaskRequests.Of(stack) with { Source = ContainerSource.FromDirectory(AppContext.BaseDirectory, "Docker.file") });
    }

    [Fact]
    public void Check_VariableThatIsAlsoASecret_IsRefused() => ShouldBeRefused(
        "SP2204",
        "ContainerSettings.Secrets",
        stack => TaskRequests.Of(stack, new()
        {
            Environment = One("TOKEN"),
            Secrets = new Dictionary<string, ContainerSecret>(StringComparer.Ordinal)
            {
                ["TOKEN"] = ContainerSecret.FromSsmParameter(Amazon.CDK.AWS.SSM.StringParameter.FromStringParameterName(stack, "P", "/p")),
            },
        }));

    [Fact]
    public void Check_SizeThatFargateHasNot_NamesTheNearest()
    {
        var problem = TaskRequests.Problems(stack => TaskRequests.Of(stack, new() { Cpu = 1024, MemoryLimitMiB = 1024 })).Single();

        problem.Value.ShouldBe("1024 CPU units with 1024 MiB");
        problem.Allowed.ShouldBe("a size that Fargate has, the nearest being 1024 CPU units with 2048 MiB; 512 CPU units with 1024 MiB");
    }

    [Fact]
    public void Check_WhatIsKnownOnlyAtDeployment_Passes() => TaskRequests.Problems(stack =>
    {
        var number = new CfnParameter(stack, "N", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
        return TaskRequests.Of(stack, new() { Cpu = number, MemoryLimitMiB = number, EphemeralStorageGiB = number });
    }).ShouldBeEmpty();

    [Theory]
    [InlineData(1024d, null, 1024, 2048)]
    [InlineData(null, 4096d, 512, 4096)]
    [InlineData(null, 1024d, 256, 1024)]
    [InlineData(null, null, 256, 512)]
    public void Size_WithOneOfTheTwo_IsTheLeastThatFits(double? cpu, double? memory, double expectedCpu, double expectedMemory) =>
        TaskRequests.Of(new Stack(new App(), "Test"), new() { Cpu = cpu, MemoryLimitMiB = memory }).Size
            .ShouldBe(new TaskSize(expectedCpu, expectedMemory));

    private static TaskRequest Health(Stack stack, HealthCheck check) => TaskRequests.Of(stack, new() { HealthCheck = check });

    private static TaskRequest WithQueue(Stack stack) => TaskRequests.Of(stack) with { Environment = One("QUEUE_URL") };

    private static Dictionary<string, string> One(string name) => new(StringComparer.Ordinal) { [name] = "x" };

    private static void ShouldBeRefused(string code, string property, Func<Stack, TaskRequest> request)
    {
        var problem = TaskRequests.Problems(request).Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
    }
}
