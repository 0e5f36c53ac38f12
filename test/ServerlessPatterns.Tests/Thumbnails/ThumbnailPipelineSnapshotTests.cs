using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using ServerlessPatterns.Testing;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => Verify(stack => new ThumbnailPipeline(stack, "Thumbnails"));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new ThumbnailPipeline(stack, "Thumbnails", new()
    {
        SourcePrefixes = ["uploads/"],
        SourceSuffixes = [".jpg", ".png"],
        NoncurrentVersionExpiration = Duration.Days(7),
        DestinationPrefix = "small/",
        AccessLogsPrefix = "photos/",
        Sizes = [new() { Name = "wide", Width = 640 }],
        OutputFormat = ThumbnailFormat.Jpeg,
        OutputQuality = 70,
        CacheControl = "no-store",
        MaxInputSize = Size.Mebibytes(10),
        MaxInputPixels = 20_000_000,
        KeepThumbnailsOfDeleted = true,
        PartitionKeyName = "pk",
        SortKeyName = "sk",
        DeletedItemTimeToLive = Duration.Days(20),
        TableDeletionProtection = true,
        FunctionSettings = new()
        {
            MemorySize = 3008,
            Timeout = Duration.Minutes(2),
            EphemeralStorageSize = Size.Gibibytes(1),
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
        },
        FunctionRetryAttempts = 1,
        FunctionMaxEventAge = Duration.Hours(1),
        RuleRetryAttempts = 10,
        RuleMaxEventAge = Duration.Hours(2),
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))], RunbookUrl = new Uri("https://example.com/runbook") },
    });

    private static void Verify(Action<Stack> build, [System.Runtime.CompilerServices.CallerMemberName] string member = "")
    {
        using var output = new TemporaryFolder();
        var stack = new Stack(new App(new AppProps { Outdir = output.Path, AnalyticsReporting = false }), "Test");
        build(stack);
        TemplateSnapshot.Verify(stack, member: member);
    }
}
