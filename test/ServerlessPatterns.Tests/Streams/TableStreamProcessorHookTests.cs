using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorHookTests
{
    public static TheoryData<string, string, TableStreamProcessorProps> Broken => new()
    {
        { "SP2519", "ConfigureTable.Stream", new() { ConfigureTable = table => table.Stream = null } },
        { "SP2519", "ConfigureTable.ReplicationRegions", new() { ConfigureTable = table => table.ReplicationRegions = ["eu-west-1"] } },
        { "SP2519", "ConfigureFailureBucket.AutoDeleteObjects", new() { ConfigureFailureBucket = bucket => bucket.AutoDeleteObjects = true } },
        { "SP2503", "ConfigureEventSource.MaxRecordAge", new() { ConfigureEventSource = source => source.MaxRecordAge = Duration.Hours(25) } },
        { "SP2504", "ConfigureEventSource.RetryAttempts", new() { ConfigureEventSource = source => source.RetryAttempts = 10001 } },
        { "SP2443", "ConfigureEventSource.EventSourceArn", new() { ConfigureEventSource = source => source.EventSourceArn = "arn:aws:dynamodb:us-east-1:123456789012:table/other/stream/1" } },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void Hook_ThatBreaksThePattern_IsRefused(string code, string property, TableStreamProcessorProps props)
    {
        var problem = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
        {
            FunctionSettings = StreamCode.Settings,
            ConfigureTable = props.ConfigureTable,
            ConfigureFailureBucket = props.ConfigureFailureBucket,
            ConfigureEventSource = props.ConfigureEventSource,
        }))).Problems.Single();

        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
    }

    [Fact]
    public void Hooks_All_SeeTheDefaultsAndHaveTheLastWord()
    {
        var template = Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
        {
            FunctionSettings = StreamCode.Settings,
            ConfigureTable = props =>
            {
                props.Stream.ShouldBe(StreamViewType.NEW_AND_OLD_IMAGES);
                props.TableName = "orders";
                props.PointInTimeRecovery = false;
            },
            ConfigureFailureBucket = props => props.BucketName = "failures",
            ConfigureEventSource = props =>
            {
                props.MaxRecordAge!.ToHours().ShouldBe(24);
                props.MaxRecordAge = Duration.Hours(23);
            },
            ConfigureFunction = props =>
            {
                props.FunctionName = "auditor";
                props.Timeout = Duration.Seconds(90);
            },
        }));

        var table = template.Properties("AWS::DynamoDB::Table");
        ((string?)table["TableName"]).ShouldBe("orders");
        ((bool?)table["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]).ShouldBe(false);
        ((string?)template.Properties("AWS::S3::Bucket")["BucketName"]).ShouldBe("failures");
        ((double?)template.Properties("AWS::Lambda::EventSourceMapping")["MaximumRecordAgeInSeconds"]).ShouldBe(82800);
        ((string?)template.Properties("AWS::Lambda::Function")["FunctionName"]).ShouldBe("auditor");
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["FUNCTION_TIMEOUT_SECONDS"]).ShouldBe("90");
    }
}
