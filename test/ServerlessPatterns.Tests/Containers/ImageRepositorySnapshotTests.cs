using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using ServerlessPatterns.Testing;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositorySnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => Verify(stack => new ImageRepository(stack, "Images"));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new ImageRepository(stack, "Images", new()
    {
        RepositoryName = "shop/orders",
        ImageTagMutability = TagMutability.MUTABLE,
        MaxTaggedImages = 10,
        UntaggedImageExpiration = Duration.Days(1),
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = new() { AlarmActions = [new SnsAction(new Topic(stack, "OnCall"))], RunbookUrl = new Uri("https://example.com/runbook") },
        ConfigureRepository = props => props.EmptyOnDelete = true,
        ConfigureFindingsRule = props => props.Description = "Tells the team of critical findings",
    });

    private static void Verify(Action<Stack> build, [System.Runtime.CompilerServices.CallerMemberName] string member = "")
    {
        using var output = new TemporaryFolder();
        var stack = new Stack(new App(new AppProps { Outdir = output.Path, AnalyticsReporting = false }), "Test");
        build(stack);
        TemplateSnapshot.Verify(stack, member: member);
    }
}
