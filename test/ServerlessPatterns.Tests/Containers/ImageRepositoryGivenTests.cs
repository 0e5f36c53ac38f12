using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryGivenTests
{
    [Fact]
    public void EncryptionKey_OfAnotherStack_IsUsed() => Synthesized.App("Test", app =>
    {
        var key = new Key(new Stack(app, "Keys"), "Key");
        new ImageRepository(new Stack(app, "Test"), "Images", new() { EncryptionKey = key });
    }).Properties("AWS::ECR::Repository")["EncryptionConfiguration"]!["KmsKey"]!["Fn::ImportValue"].ShouldNotBeNull();

    [Fact]
    public void EncryptionKey_Imported_IsUsed() =>
        ((string?)Synthesized.Stack(stack => new ImageRepository(stack, "Images", new()
        {
            EncryptionKey = Key.FromKeyArn(stack, "Key", "arn:aws:kms:us-east-1:123456789012:key/1"),
        })).Properties("AWS::ECR::Repository")["EncryptionConfiguration"]!["KmsKey"]).ShouldBe("arn:aws:kms:us-east-1:123456789012:key/1");

    [Fact]
    public void Repository_UsedInAnotherStack_MakesThatStackFollowAndNoCycle()
    {
        var template = Synthesized.App("Service", app =>
        {
            var images = new ImageRepository(new Stack(app, "Images"), "Images");
            var stack = new Stack(app, "Service");
            new PatternTask(stack, "Task", TaskRequests.Of(stack) with { Source = ContainerSource.FromEcr(images.Repository, "1.0") });
            images.GrantPull(new Role(stack, "Puller", new RoleProps { AssumedBy = new ServicePrincipal("ec2.amazonaws.com") }));
        });

        template.All("AWS::ECR::Repository").ShouldBeEmpty();
        template.Properties("AWS::ECS::TaskDefinition")["ContainerDefinitions"]![0]!["Image"]!.ToJsonString().ShouldContain("Fn::ImportValue");
    }
}
