using Amazon.CDK.Assertions;
using PatternStarter.Infrastructure;
using ServerlessPatterns.Testing;

namespace PatternStarter.Tests;

public sealed class ImagesStackTests
{
    private readonly ImagesStack stack = new(new Amazon.CDK.App(), "Images");

    /// <summary>The whole template: whatever changes in it shows here, and says what it does to the deployed stack.</summary>
    [Fact]
    public void Template_IsAsAccepted() => TemplateSnapshot.Verify(stack);

    [Fact]
    public void Images_AreScanned_AndNoTagIsUsedTwice() =>
        Template.FromStack(stack).HasResourceProperties("AWS::ECR::Repository", new Dictionary<string, object>
        {
            ["ImageScanningConfiguration"] = new Dictionary<string, object> { ["ScanOnPush"] = true },
            ["ImageTagMutability"] = "IMMUTABLE",
        });
}
