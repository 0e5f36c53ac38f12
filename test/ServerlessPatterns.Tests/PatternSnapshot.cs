using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.Route53;
using Amazon.CDK.AWS.SNS;
using ServerlessPatterns.Testing;

namespace ServerlessPatterns.Tests;

/// <summary>What the snapshots of the patterns have in common.</summary>
internal static class PatternSnapshot
{
    public static Dictionary<string, string> Environment => new(StringComparer.Ordinal) { ["STAGE"] = "test" };

    /// <summary>Compares a stack named <c>Test</c> with the snapshot of the test that calls this.</summary>
    public static void Verify(Action<Stack> build, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        using var output = new TemporaryFolder();
        var stack = new Stack(new App(new AppProps { Outdir = output.Path, AnalyticsReporting = false }), "Test");
        build(stack);
        TemplateSnapshot.Verify(stack, sourceFile: file, member: member);
    }

    public static MonitoringOptions Monitoring(Stack stack) => new()
    {
        AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))],
        RunbookUrl = new Uri("https://example.com/runbook"),
    };

    public static ApiDomain Domain(Stack stack, string? basePath) => new()
    {
        DomainName = "api.example.com",
        Certificate = Certificate.FromCertificateArn(stack, "Certificate", "arn:aws:acm:us-east-1:123456789012:certificate/1"),
        HostedZone = HostedZone.FromHostedZoneAttributes(stack, "Zone", new HostedZoneAttributes { HostedZoneId = "Z1", ZoneName = "example.com" }),
        BasePath = basePath,
    };

    /// <summary>Settings of a function, all that is not said here set alike, in a VPC.</summary>
    public static FunctionSettings FunctionInVpc(
        Stack stack, Duration timeout, FunctionCode? code = null, int memorySize = 2048, Size? ephemeralStorageSize = null, bool snapStart = false) => new()
        {
            Code = code,
            MemorySize = memorySize,
            Timeout = timeout,
            EphemeralStorageSize = ephemeralStorageSize,
            Architecture = Architecture.ARM_64,
            Environment = Environment,
            Vpc = GivenVpc.Isolated(stack, subnets: "isolated"),
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED },
            ReservedConcurrentExecutions = 10,
            LogRetention = RetentionDays.ONE_YEAR,
            SnapStart = snapStart,
            DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        };
}
