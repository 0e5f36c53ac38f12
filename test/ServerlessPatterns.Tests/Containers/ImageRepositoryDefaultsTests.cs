using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryDefaultsTests
{
    [Fact]
    public void Repository_ByDefault_IsScannedImmutableEncryptedAndKept()
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images"));

        var repository = template.Single("AWS::ECR::Repository");
        ((string?)repository["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        ((string?)repository["UpdateReplacePolicy"]).ShouldBe("Retain");
        var properties = repository["Properties"]!;
        properties["RepositoryName"].ShouldBeNull();
        properties["EmptyOnDelete"].ShouldBeNull();
        ((string?)properties["ImageTagMutability"]).ShouldBe("IMMUTABLE");
        ((bool?)properties["ImageScanningConfiguration"]!["ScanOnPush"]).ShouldBe(true);
        properties["EncryptionConfiguration"].ShouldBeJson("""{"EncryptionType":"AES256"}""");
        properties["RepositoryPolicyText"].ShouldBeNull();
    }

    [Fact]
    public void Lifecycle_ByDefault_DropsUntaggedAfterAWeekAndKeepsAHundredTagged() =>
        JsonNode.Parse((string)Synthesized.Stack(stack => new ImageRepository(stack, "Images"))
            .Properties("AWS::ECR::Repository")["LifecyclePolicy"]!["LifecyclePolicyText"]!).ShouldBeJson(
            """
            {"rules":[
              {"rulePriority":1,"description":"Images without a tag go",
               "selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countNumber":7,"countUnit":"days"},"action":{"type":"expire"}},
              {"rulePriority":2,"description":"The newest images with a tag stay",
               "selection":{"tagStatus":"tagged","tagPatternList":["*"],"countType":"imageCountMoreThan","countNumber":100},"action":{"type":"expire"}}
            ]}
            """);

    [Fact]
    public void Template_ByDefault_HoldsARepositoryItsRuleQueuesAndAlarms() =>
        Synthesized.Stack(stack => new ImageRepository(stack, "Images")).Resources.Select(pair => (string)pair.Value!["Type"]!)
            .Distinct().ShouldBe(["AWS::ECR::Repository", "AWS::Events::Rule", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "AWS::CloudWatch::Alarm"], ignoreOrder: true);

    [Fact]
    public void FindingsRule_ByDefault_PutsCriticalFindingsOfThisRepositoryIntoTheirQueue()
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images"));

        var rule = template.Properties("AWS::Events::Rule");
        rule["EventPattern"].ShouldBeJson(
            $$$"""
            {"source":["aws.ecr"],"detail-type":["ECR Image Scan"],"detail":{
              "repository-name":[{"Ref":"{{{template.All("AWS::ECR::Repository").Keys.Single()}}}"}],
              "finding-severity-counts":{"CRITICAL":[{"numeric":[">",0]}]} } }
            """);
        var target = rule["Targets"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)target["Id"]).ShouldBe("Findings");
        target["Arn"].Target().ShouldStartWith("ImagesFindingsQueue");
        target["DeadLetterConfig"]!["Arn"].Target().ShouldStartWith("ImagesFindingsDeadLetterQueue");
        target["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":86400,"MaximumRetryAttempts":185}""");
    }

    [Theory]
    [InlineData("FindingsQueue")]
    [InlineData("FindingsDeadLetterQueue")]
    public void Queues_ByDefault_KeepMessages14DaysEncryptedAndTlsOnly(string id)
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images"));

        var queue = template.Single("AWS::SQS::Queue", id);
        queue["Properties"].ShouldBeJson("""{"MessageRetentionPeriod":1209600,"SqsManagedSseEnabled":true}""");
        ((string?)queue["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        template.Properties("AWS::SQS::QueuePolicy", id).ToJsonString().ShouldContain("aws:SecureTransport");
    }
}
