using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositorySnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack => new ImageRepository(stack, "Images"));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new ImageRepository(stack, "Images", new()
    {
        RepositoryName = "shop/orders",
        ImageTagMutability = TagMutability.MUTABLE,
        MaxTaggedImages = 10,
        UntaggedImageExpiration = Duration.Days(1),
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
        ConfigureRepository = props => props.EmptyOnDelete = true,
        ConfigureFindingsRule = props => props.Description = "Tells the team of critical findings",
    });
}
