using Amazon.CDK;
using Amazon.CDK.AWS.ECR;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryChecksTests
{
    public static TheoryData<string, string, ImageRepositoryProps> Wrong => new()
    {
        { "SP2241", "RepositoryName", new() { RepositoryName = "Shop" } },
        { "SP2241", "RepositoryName", new() { RepositoryName = "a" } },
        { "SP2241", "RepositoryName", new() { RepositoryName = "shop/" } },
        { "SP2241", "RepositoryName", new() { RepositoryName = new string('a', 257) } },
        { "SP2242", "ImageTagMutability", new() { ImageTagMutability = (TagMutability)9 } },
        { "SP2242", "MaxTaggedImages", new() { MaxTaggedImages = 0 } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, ImageRepositoryProps props) =>
        ShouldBeRefused(code, property, () => props);

    [Fact]
    public void Constructor_ExpirationThatIsNoWholeDay_IsRefused()
    {
        ShouldBeRefused("SP2242", "UntaggedImageExpiration", () => new() { UntaggedImageExpiration = Duration.Hours(36) });
        ShouldBeRefused("SP2242", "UntaggedImageExpiration", () => new() { UntaggedImageExpiration = Duration.Days(0) });
    }

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new ImageRepository(stack, "Images", new() { RepositoryName = "Shop", MaxTaggedImages = -1 });
        }));

        thrown.Message.ShouldContain("SP2241 RepositoryName: \"Shop\" was given; allowed: 2 to 256 lower-case letters and digits, with '.', '_', '-' and '/' between them. Give \"shop/orders\", for instance, or leave it out.");
        thrown.Problems.Select(problem => problem.Code).ShouldBe(["SP2241", "SP2242"]);
        thrown.ConstructPath.ShouldBe("Test/Images");
        made!.Node.FindChild("Images").Node.Children.ShouldBeEmpty();
    }

    [Fact]
    public void Constructor_NameKnownOnlyAtDeployment_Passes() => Should.NotThrow(() => Synthesized.Stack(stack => new ImageRepository(
        stack, "Images", new() { RepositoryName = new CfnParameter(stack, "Name").ValueAsString })));

    private static void ShouldBeRefused(string code, string property, Func<ImageRepositoryProps> props)
    {
        var problem = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new ImageRepository(stack, "Images", props())))
            .Problems.Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
    }
}
