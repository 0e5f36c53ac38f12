using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorChecksTests
{
    public static TheoryData<string, string, TableStreamProcessorProps> Wrong => new()
    {
        { "SP2501", "BatchSize", new() { FunctionSettings = StreamCode.Settings, BatchSize = 10001 } },
        { "SP2503", "MaxRecordAge", new() { FunctionSettings = StreamCode.Settings, MaxRecordAge = Duration.Hours(25) } },
        { "SP2503", "MaxRecordAge", new() { FunctionSettings = StreamCode.Settings, MaxRecordAge = Duration.Seconds(59) } },
        { "SP2507", "TumblingWindow", new() { FunctionSettings = StreamCode.Settings, TumblingWindow = Duration.Seconds(60), ParallelizationFactor = 2 } },
        { "SP2508", "StartingPosition", new() { FunctionSettings = StreamCode.Settings, StartingPosition = StartingPosition.AT_TIMESTAMP } },
        { "SP2515", "StreamViewType", new() { FunctionSettings = StreamCode.Settings, StreamViewType = (StreamViewType)9 } },
        { "SP2516", "PartitionKeyName", new() { FunctionSettings = StreamCode.Settings, PartitionKeyName = string.Empty } },
        { "SP2516", "PartitionKeyName", new() { FunctionSettings = StreamCode.Settings, PartitionKeyName = new string('x', 256) } },
        { "SP2516", "SortKeyName", new() { FunctionSettings = StreamCode.Settings, SortKeyName = "id" } },
        { "SP2517", "PartitionKeyType", new() { FunctionSettings = StreamCode.Settings, PartitionKeyType = (AttributeType)9 } },
        { "SP2517", "SortKeyType", new() { FunctionSettings = StreamCode.Settings, SortKeyType = (AttributeType)9 } },
        { "SP2518", "TimeToLiveAttribute", new() { FunctionSettings = StreamCode.Settings, TimeToLiveAttribute = "id" } },
        { "SP2518", "TimeToLiveAttribute", new() { FunctionSettings = StreamCode.Settings, TimeToLiveAttribute = string.Empty } },
        { "SP2440", "Filters[0]", new() { FunctionSettings = StreamCode.Settings, Filters = [EventFilter.FromJson("""{"data":{"kind":["order"]}}""")] } },
        { "SP1012", "FunctionSettings.Code", new() },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, TableStreamProcessorProps props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", props)));

        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
        thrown.ConstructPath.ShouldBe("Test/Orders");
    }

    [Fact]
    public void Constructor_TableWithoutAStream_SaysWhatToDo() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
        {
            Table = Table.FromTableName(stack, "Given", "orders"),
            FunctionSettings = StreamCode.Settings,
        }))).Message.ShouldBe(
            """
            TableStreamProcessor 'Test/Orders' has 1 problem (docs/errors.md explains each code):
              SP2514 Table: a table whose stream is not known was given; allowed: a table with a stream. Set Stream (DynamoStream of a TableV2) where the table is made; import one with Table.FromTableAttributes and its TableStreamArn.
            """,
            StringCompareShould.IgnoreLineEndings);

    [Theory]
    [InlineData("PartitionKeyName")]
    [InlineData("PartitionKeyType")]
    [InlineData("SortKeyName")]
    [InlineData("SortKeyType")]
    [InlineData("StreamViewType")]
    [InlineData("TimeToLiveAttribute")]
    [InlineData("TableDeletionProtection")]
    [InlineData("ConfigureTable")]
    public void Constructor_SettingBesideAGivenTable_IsRefused(string setting) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
        {
            Table = Table.FromTableAttributes(stack, "Given", new TableAttributes { TableName = "orders", TableStreamArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/1" }),
            FunctionSettings = StreamCode.Settings,
            PartitionKeyName = setting == "PartitionKeyName" ? "order" : "id",
            PartitionKeyType = setting == "PartitionKeyType" ? AttributeType.NUMBER : AttributeType.STRING,
            SortKeyName = setting == "SortKeyName" ? "line" : null,
            SortKeyType = setting == "SortKeyType" ? AttributeType.NUMBER : AttributeType.STRING,
            StreamViewType = setting == "StreamViewType" ? StreamViewType.KEYS_ONLY : StreamViewType.NEW_AND_OLD_IMAGES,
            TimeToLiveAttribute = setting == "TimeToLiveAttribute" ? "expiresAt" : null,
            TableDeletionProtection = setting == "TableDeletionProtection",
            ConfigureTable = setting == "ConfigureTable" ? Nothing : null,
        }))).Problems.Single().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("SP2512"),
            problem => problem.Property.ShouldBe(setting));

    [Fact]
    public void Constructor_UnresolvedTokens_ReachTheTemplate()
    {
        var mapping = Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings, BatchSize = number, MaxRecordAge = Duration.Seconds(number) });
        }).Properties("AWS::Lambda::EventSourceMapping");

        mapping["BatchSize"].ShouldBeJson("""{"Ref":"Number"}""");
        mapping["MaximumRecordAgeInSeconds"].ShouldBeJson("""{"Ref":"Number"}""");
    }

    private static void Nothing(object props)
    {
    }
}
