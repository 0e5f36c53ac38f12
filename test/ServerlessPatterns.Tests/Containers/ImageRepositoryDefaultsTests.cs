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
    public void Template_ByDefault_HoldsARepositoryARuleAndAnAlarm() =>
        Synthesized.Stack(stack => new ImageRepository(stack, "Images")).Resources.Select(pair => (string)pair.Value!["Type"]!)
            .ShouldBe(["AWS::ECR::Repository", "AWS::Events::Rule", "AWS::CloudWatch::Alarm"], ignoreOrder: true);

    [Fact]
    public void FindingsRule_ByDefault_MatchesCriticalFindingsOfThisRepositoryAndHasNoTarget()
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images"));

        var rule = template.Properties("AWS::Events::Rule");
        rule["EventPattern"].ShouldBeJson(
            $$$"""
            {"source":["aws.ecr"],"detail-type":["ECR Image Scan"],"detail":{
              "repository-name":[{"Ref":"{{{template.All("AWS::ECR::Repository").Keys.Single()}}}"}],
              "finding-severity-counts":{"CRITICAL":[{"numeric":[">",0]}]} } }
            """);
        rule["Targets"].ShouldBeNull();
    }
}
