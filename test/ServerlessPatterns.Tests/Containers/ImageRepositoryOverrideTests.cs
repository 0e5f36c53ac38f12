using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryOverrideTests
{
    [Fact]
    public void Repository_EveryProp_IsTaken()
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images", new()
        {
            RepositoryName = "shop/orders",
            ImageTagMutability = TagMutability.MUTABLE,
            ImageScanOnPush = false,
            MaxTaggedImages = 10,
            UntaggedImageExpiration = Duration.Days(1),
            EncryptionKey = new Key(stack, "Key"),
            RemovalPolicy = RemovalPolicy.DESTROY,
        }));

        var repository = template.Single("AWS::ECR::Repository");
        ((string?)repository["DeletionPolicy"]).ShouldBe("Delete");
        var properties = repository["Properties"]!;
        ((string?)properties["RepositoryName"]).ShouldBe("shop/orders");
        ((string?)properties["ImageTagMutability"]).ShouldBe("MUTABLE");
        ((bool?)properties["ImageScanningConfiguration"]?["ScanOnPush"] ?? false).ShouldBeFalse();
        ((string?)properties["EncryptionConfiguration"]!["EncryptionType"]).ShouldBe("KMS");
        properties["EncryptionConfiguration"]!["KmsKey"].Target().ShouldStartWith("Key");
        var rules = JsonNode.Parse((string)properties["LifecyclePolicy"]!["LifecyclePolicyText"]!)!["rules"]!;
        ((int?)rules[0]!["selection"]!["countNumber"]).ShouldBe(1);
        ((int?)rules[1]!["selection"]!["countNumber"]).ShouldBe(10);
    }

    [Fact]
    public void Findings_WithoutScans_AreNotWatched()
    {
        ImageRepository? images = null;
        var template = Synthesized.Stack(stack => images = new ImageRepository(stack, "Images", new() { ImageScanOnPush = false }));

        template.Resources.Count.ShouldBe(1);
        images!.FindingsRule.ShouldBeNull();
        images.Alarms.ShouldBeEmpty();
    }
}
