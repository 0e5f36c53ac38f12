using Amazon.CDK;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorDefaultsTests : StreamDefaultsCases
{
    private static readonly Synthesized Template =
        Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings }));

    private protected override Synthesized Defaults => Template;

    private protected override string SourceType => "AWS::DynamoDB::Table";

    [Fact]
    public void Table_ByDefault_IsOnDemandRecoverableAndHasAStreamOfBothImages()
    {
        var table = Defaults.Single("AWS::DynamoDB::Table");
        ((string?)table["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        table["Properties"].ShouldBeJson(
            """
            {
              "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
              "BillingMode": "PAY_PER_REQUEST",
              "DeletionProtectionEnabled": false,
              "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
              "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true},
              "SSESpecification": {"SSEEnabled": false},
              "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"}
            }
            """);
    }

    [Fact]
    public void Mapping_ByDefault_ReadsTheStreamOfTheTable() =>
        Template.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"]!["Fn::GetAtt"]![1].ShouldBeJson("\"StreamArn\"");

    [Fact]
    public void Annotations_ByDefault_AreNone() => Defaults.Annotations.ShouldBeEmpty();

    private protected override Synthesized Make(RemovalPolicy removalPolicy) => Synthesized.Stack(stack =>
        new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings, RemovalPolicy = removalPolicy }));
}
