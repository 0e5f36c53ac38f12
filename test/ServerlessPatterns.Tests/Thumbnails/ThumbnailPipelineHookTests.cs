using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.Destinations;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineHookTests
{
    public static TheoryData<string, Action<FunctionProps, Stack>> FunctionHooks => new()
    {
        { "Role", (props, stack) => props.Role = new Role(stack, "Other", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") }) },
        { "Architecture", (props, _) => props.Architecture = Architecture.ARM_64 },
        { "Vpc", (props, stack) => props.Vpc = new Amazon.CDK.AWS.EC2.Vpc(stack, "Vpc") },
        { "SnapStart", (props, _) => props.SnapStart = SnapStartConf.ON_PUBLISHED_VERSIONS },
        { "DeadLetterQueue", (props, stack) => props.DeadLetterQueue = new Queue(stack, "Other") },
        { "DeadLetterQueueEnabled", (props, _) => props.DeadLetterQueueEnabled = true },
        { "DeadLetterTopic", (props, stack) => props.DeadLetterTopic = new Topic(stack, "Other") },
        { "OnFailure", (props, stack) => props.OnFailure = new SqsDestination(new Queue(stack, "Other")) },
        { "OnSuccess", (props, stack) => props.OnSuccess = new SqsDestination(new Queue(stack, "Other")) },
        { "RetryAttempts", (props, _) => props.RetryAttempts = 1 },
        { "MaxEventAge", (props, _) => props.MaxEventAge = Duration.Hours(1) },
        { "LogRetention", (props, _) => props.LogRetention = RetentionDays.ONE_DAY },
        { "LogGroup", (props, stack) => props.LogGroup = new LogGroup(stack, "Other") },
        { "Environment", (props, _) => props.Environment!.Remove("SIZES") },
    };

    public static TheoryData<string, ThumbnailPipelineProps> OtherHooks => new()
    {
        { "ConfigureSourceBucket.EventBridgeEnabled", new() { ConfigureSourceBucket = bucket => bucket.EventBridgeEnabled = true } },
        { "ConfigureDestinationBucket.AutoDeleteObjects", new() { ConfigureDestinationBucket = bucket => bucket.AutoDeleteObjects = true } },
        { "ConfigureAccessLogsBucket.EventBridgeEnabled", new() { ConfigureAccessLogsBucket = bucket => bucket.EventBridgeEnabled = true } },
        { "ConfigureSourceBucket.ServerAccessLogsPrefix", new() { ConfigureSourceBucket = bucket => bucket.ServerAccessLogsPrefix = "mine/" } },
        { "ConfigureTable.PartitionKey", new() { ConfigureTable = table => table.SortKey = null } },
        { "ConfigureTable.ReplicationRegions", new() { ConfigureTable = table => table.ReplicationRegions = ["eu-west-1"] } },
        { "ConfigureRule.EventPattern", new() { ConfigureRule = rule => rule.EventPattern = new EventPattern { Source = ["aws.s3"] } } },
    };

    [Theory]
    [MemberData(nameof(FunctionHooks), DisableDiscoveryEnumeration = true)]
    public void ConfigureFunction_ThatBreaksThePattern_IsRefused(string property, Action<FunctionProps, Stack> hook)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
            new ThumbnailPipeline(stack, "Thumbs", new() { ConfigureFunction = props => hook(props, stack) })));

        thrown.ConstructPath.ShouldBe("Test/Thumbs/Function");
        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe("SP1013");
        problem.Property.ShouldBe($"ConfigureFunction.{property}");
    }

    [Theory]
    [MemberData(nameof(OtherHooks), DisableDiscoveryEnumeration = true)]
    public void Hook_ThatBreaksThePattern_IsRefused(string property, ThumbnailPipelineProps props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", props)));

        thrown.ConstructPath.ShouldBe("Test/Thumbs");
        thrown.Problems.Single().Code.ShouldBe("SP2015");
        thrown.Problems.Single().Property.ShouldBe(property);
    }

    [Fact]
    public void Hooks_OutOfRangeOrElsewhere_AreRefused()
    {
        Refused(_ => new() { ConfigureFunction = function => function.Timeout = Duration.Seconds(901) }).ShouldBe("SP1002");
        Refused(_ => new() { ConfigureFunction = function => function.Environment!["AWS_REGION"] = "eu-west-1" }).ShouldBe("SP1005");
        Refused(stack => new() { ConfigureRule = rule => rule.EventBus = new EventBus(stack, "Bus") }).ShouldBe("SP2015");
        Refused(stack => new() { ConfigureSourceBucket = bucket => bucket.ServerAccessLogsBucket = new Bucket(stack, "Mine") }).ShouldBe("SP2015");
        Refused(_ => new() { DeletedItemTimeToLive = Duration.Days(20), ConfigureTable = table => table.TimeToLiveAttribute = "other" }).ShouldBe("SP2015");
    }

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            ConfigureFunction = function =>
            {
                function.MemorySize.ShouldBe(1769);
                function.MemorySize = 3008;
                function.Environment!["STAGE"] = "test";
            },
            ConfigureSourceBucket = bucket => bucket.BucketName = $"source{bucket.Versioned}".ToLowerInvariant(),
            ConfigureDestinationBucket = bucket => bucket.BucketName = "destination",
            ConfigureAccessLogsBucket = bucket => bucket.BucketName = "logs",
            ConfigureTable = table =>
            {
                table.TableName = "images";
                table.PointInTimeRecovery = false;
            },
            ConfigureRule = rule => rule.RuleName = "uploads",
        }));

        ((double?)template.Properties("AWS::Lambda::Function")["MemorySize"]).ShouldBe(3008);
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["STAGE"]).ShouldBe("test");
        ((string?)template.Properties("AWS::S3::Bucket", "SourceBucket")["BucketName"]).ShouldBe("sourcetrue");
        ((string?)template.Properties("AWS::S3::Bucket", "DestinationBucket")["BucketName"]).ShouldBe("destination");
        ((string?)template.Properties("AWS::S3::Bucket", "AccessLogsBucket")["BucketName"]).ShouldBe("logs");
        ((string?)template.Properties("AWS::DynamoDB::Table")["TableName"]).ShouldBe("images");
        ((bool?)template.Properties("AWS::DynamoDB::Table")["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]).ShouldBe(false);
        ((string?)template.Properties("AWS::Events::Rule")["Name"]).ShouldBe("uploads");
    }

    private static string Refused(Func<Stack, ThumbnailPipelineProps> props) => Should.Throw<PatternValidationException>(() =>
        Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", props(stack)))).Problems.Single().Code;
}
