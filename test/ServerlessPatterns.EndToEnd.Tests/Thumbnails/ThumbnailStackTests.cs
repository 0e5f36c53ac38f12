using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

[Collection(ThumbnailTests.Collection)]
public sealed class ThumbnailStackTests(ThumbnailDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    protected override IReadOnlyList<string> NotMadeByMoto =>
    [
        "AWS::CloudWatch::Alarm",
        "AWS::Lambda::EventInvokeConfig",
        "AWS::S3::BucketPolicy",
        "AWS::SQS::QueuePolicy",
    ];

    protected override IReadOnlyList<string> DroppedByMoto =>
    [
        "bucket: EventBridge notifications, access logs, versioning (which the tests turn on by themselves)",
        "function: architecture, logging configuration, tracing",
    ];

    [Fact]
    public void Function_Configuration_IsThatOfTheTemplate() => deployment.Function.ShouldBeAsIn(deployment.Stack, "nodejs24.x");

    [Fact]
    public void Rule_Target_IsTheFunctionWithRetriesAndADeadLetterQueue()
    {
        var target = deployment.Rule.Targets.ShouldHaveSingleItem()!;

        target["Arn"]!.GetValue<string>().ShouldEndWith($":function:{deployment.Function.Name}");
        JsonNode.DeepEquals(target["RetryPolicy"], new JsonObject { ["MaximumEventAgeInSeconds"] = 86400, ["MaximumRetryAttempts"] = 185 }).ShouldBeTrue(target.ToJsonString());
        var queue = deployment.Stack.PhysicalId("AWS::SQS::Queue", "ThumbnailsRuleDeadLetterQueue").Split('/')[^1];
        target["DeadLetterConfig"]!["Arn"]!.GetValue<string>().ShouldEndWith($":{queue}");
    }
}

public sealed class ThumbnailDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "Thumbnail")
{
    protected override IReadOnlyList<string> Kept =>
        ["AWS::DynamoDB::Table", "AWS::Logs::LogGroup", "AWS::S3::Bucket", "AWS::SQS::Queue"];

    protected override IReadOnlyList<string> Removed => ["AWS::Events::Rule", "AWS::IAM::Role", "AWS::Lambda::Function"];
}
