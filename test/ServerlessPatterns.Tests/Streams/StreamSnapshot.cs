using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using ServerlessPatterns.Testing;

namespace ServerlessPatterns.Tests.Streams;

/// <summary>What the snapshots of both stream processors have in common.</summary>
internal static class StreamSnapshot
{
    public static void Verify(Action<Stack> build, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        using var output = new TemporaryFolder();
        var stack = new Stack(new App(new AppProps { Outdir = output.Path, AnalyticsReporting = false }), "Test");
        build(stack);
        TemplateSnapshot.Verify(stack, sourceFile: file, member: member);
    }

    public static FunctionSettings Settings(Stack stack) => new()
    {
        Code = StreamCode.Code,
        MemorySize = 2048,
        Timeout = Duration.Seconds(30),
        Architecture = Architecture.ARM_64,
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["STAGE"] = "test" },
        Vpc = new Vpc(stack, "Vpc", new VpcProps
        {
            MaxAzs = 2,
            NatGateways = 0,
            RestrictDefaultSecurityGroup = false,
            SubnetConfiguration = [new SubnetConfiguration { Name = "isolated", SubnetType = SubnetType.PRIVATE_ISOLATED }],
        }),
        VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED },
        ReservedConcurrentExecutions = 10,
        LogRetention = RetentionDays.ONE_YEAR,
        DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    };
}
