using Amazon.CDK;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Functions;

public sealed class FunctionChecksTests
{
    public static TheoryData<string, string, FunctionSettings> Wrong => new()
    {
        { "SP1001", "MemorySize", new() { MemorySize = 127 } },
        { "SP1001", "MemorySize", new() { MemorySize = 10241 } },
        { "SP1001", "MemorySize", new() { MemorySize = 128.5 } },
        { "SP1004", "ReservedConcurrentExecutions", new() { ReservedConcurrentExecutions = -1 } },
        { "SP1005", "Environment", new() { Environment = One("AWS_REGION", "x") } },
        { "SP1005", "Environment", new() { Environment = One("a-b", "x") } },
        { "SP1006", "Environment", new() { Environment = One("TABLE_NAME", "x") } },
        { "SP1007", "Environment", new() { Environment = One("LONG", new string('x', 4096)) } },
        { "SP1008", "Vpc", new() { VpcSubnets = new SubnetSelection() } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongSetting_SaysCodeAndProperty(string code, string property, FunctionSettings settings) =>
        ShouldBeRefused(code, property, () => new() { FunctionSettings = settings });

    [Fact]
    public void Constructor_WrongDurationsAndSizes_SayCodeAndProperty()
    {
        ShouldBeRefused("SP1002", "Timeout", () => new() { FunctionSettings = new() { Timeout = Duration.Seconds(901) } });
        ShouldBeRefused("SP1002", "Timeout", () => new() { FunctionSettings = new() { Timeout = Duration.Millis(1500) } });
        ShouldBeRefused("SP1003", "EphemeralStorageSize", () => new() { FunctionSettings = new() { EphemeralStorageSize = Size.Gibibytes(11) } });
        ShouldBeRefused("SP1010", "EphemeralStorageSize", () => new() { FunctionSettings = new() { SnapStart = true, EphemeralStorageSize = Size.Gibibytes(1) } });
        ShouldBeRefused("SP1010", "SnapStart", () => new() { FunctionSettings = new() { SnapStart = true } });
        ShouldBeRefused("SP1011", "DeploymentConfig", () => new() { Monitoring = MonitoringOptions.None, FunctionSettings = new() { DeploymentConfig = LambdaDeploymentConfig.ALL_AT_ONCE } });
    }

    [Fact]
    public void Check_PatternWithoutHandlerAndNoCode_IsRefused()
    {
        var checks = new Checks();
        var request = new FunctionRequest
        {
            Settings = new FunctionSettings(),
            Defaults = new FunctionDefaults { Description = "none", MemorySize = 128, TimeoutSeconds = 3 },
            Environment = new Dictionary<string, string>(StringComparer.Ordinal),
            RemovalPolicy = RemovalPolicy.DESTROY,
        };
        FunctionChecks.Check(checks, "FunctionSettings", request, new MonitoringOptions());

        Should.Throw<PatternValidationException>(() => checks.ThrowIfAny("Pattern", new Stack(), "Id"))
            .Problems.Single().Code.ShouldBe("SP1012");
    }

    [Fact]
    public void Constructor_WrapperVariable_Passes() => Should.NotThrow(() => Synthesized.Stack(stack =>
        new ThumbnailPipeline(stack, "Thumbs", new() { FunctionSettings = new() { Environment = One("AWS_LAMBDA_EXEC_WRAPPER", "/opt/otel") } })));

    [Fact]
    public void Constructor_SettingsBesideAGivenFunction_AreRefused() => Should.Throw<PatternValidationException>(() =>
        Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            Function = Function.FromFunctionArn(stack, "Mine", "arn:aws:lambda:us-east-1:123456789012:function:mine"),
            FunctionSettings = new() { MemorySize = 256 },
        }))).Problems.Single().Code.ShouldBe("SP1009");

    private static Dictionary<string, string> One(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static void ShouldBeRefused(string code, string property, Func<ThumbnailPipelineProps> props) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", props())))
            .Problems.ShouldContain(problem => problem.Code == code && problem.Property == $"FunctionSettings.{property}");
}
