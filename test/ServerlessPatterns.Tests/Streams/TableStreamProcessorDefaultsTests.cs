using Amazon.CDK;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorDefaultsTests
{
    private static readonly Synthesized Defaults =
        Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new() { FunctionSettings = StreamCode.Settings }));

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
    public void FailureBucket_ByDefault_IsPrivateEncryptedAndExpires() => StreamDefaultCases.FailureBucketIsClosedAndExpires(Defaults);

    [Fact]
    public void Mapping_ByDefault_TriesTenTimesWithinADayThenPutsTheBatchIntoTheBucket()
    {
        StreamDefaultCases.MappingIs(Defaults, "OrdersTable");
        Defaults.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"]!["Fn::GetAtt"]![1].ShouldBeJson("\"StreamArn\"");
    }

    [Fact]
    public void Function_ByDefault_IsPolledAndHasNoQueue() => StreamDefaultCases.FunctionIs(Defaults);

    [Fact]
    public void Annotations_ByDefault_AreNone() => Defaults.Annotations.ShouldBeEmpty();

    [Fact]
    public void RemovalPolicy_Destroy_ReachesEveryStatefulResource()
    {
        var template = Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
        {
            FunctionSettings = StreamCode.Settings,
            RemovalPolicy = RemovalPolicy.DESTROY,
        }));

        string[] stateful = ["AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::Logs::LogGroup"];
        foreach (var type in stateful)
        {
            ((string?)template.Single(type)["DeletionPolicy"]).ShouldBe("Delete", type);
        }
    }
}
