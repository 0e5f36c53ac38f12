using Amazon.CDK.Assertions;
using PatternStarter.Infrastructure;
using ServerlessPatterns.Testing;

namespace PatternStarter.Tests;

public sealed class ThumbnailStackTests
{
    // The name differs from the deployed one: a template does not depend on it.
    private readonly ThumbnailStack stack = new(new Amazon.CDK.App(), "Thumbnails");

    /// <summary>The whole template: whatever changes in it shows here, and says what it does to the deployed stack.</summary>
    [Fact]
    public void Template_IsAsAccepted() => TemplateSnapshot.Verify(stack);

    [Fact]
    public void Buckets_All_AreClosedToThePublic() =>
        Template.FromStack(stack).AllResourcesProperties("AWS::S3::Bucket", new Dictionary<string, object>
        {
            ["PublicAccessBlockConfiguration"] = new Dictionary<string, object>
            {
                ["BlockPublicAcls"] = true,
                ["BlockPublicPolicy"] = true,
                ["IgnorePublicAcls"] = true,
                ["RestrictPublicBuckets"] = true,
            },
        });

    [Theory]
    [InlineData("AWS::S3::Bucket")]
    [InlineData("AWS::DynamoDB::Table")]
    public void Data_StaysWhenTheStackGoes(string type) =>
        Template.FromStack(stack).AllResources(type, new Dictionary<string, object>
        {
            ["DeletionPolicy"] = "RetainExceptOnCreate",
            ["UpdateReplacePolicy"] = "Retain",
        });

    [Fact]
    public void Rule_OnlyUploads_StartTheFunction() =>
        Template.FromStack(stack).HasResourceProperties("AWS::Events::Rule", new Dictionary<string, object>
        {
            ["EventPattern"] = Match.ObjectLike(new Dictionary<string, object>
            {
                ["detail"] = Match.ObjectLike(new Dictionary<string, object>
                {
                    ["object"] = new Dictionary<string, object>
                    {
                        ["key"] = new object[] { new Dictionary<string, object> { ["prefix"] = "uploads/" } },
                    },
                }),
            }),
        });
}
