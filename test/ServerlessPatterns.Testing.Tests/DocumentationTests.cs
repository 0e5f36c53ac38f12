using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns.Testing.Tests;

public sealed class DocumentationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TestingPage_SampleOfADifference_IsWhatVerifyPrints()
    {
        var source = folder.Write("OrdersStackTests.cs", "");
        using (new EnvironmentScope(update: "1", ci: null))
        {
            TemplateSnapshot.Verify(Accepted(), sourceFile: source, member: "Template_AsAccepted");
        }

        using var environment = new EnvironmentScope(update: null, ci: null);
        var message = Should.Throw<SnapshotMismatchException>(() =>
            TemplateSnapshot.Verify(Edited(), sourceFile: source, member: "Template_AsAccepted")).Message;

        var project = SourceLocator.ProjectDirectory(typeof(DocumentationTests).Assembly)!;
        var page = File.ReadAllText(Path.Combine(project, "..", "..", "docs", "testing.md")).ReplaceLineEndings("\n");
        page.ShouldContain(message.Replace(folder.Path, "/home/me/orders/test/Orders.Tests", StringComparison.Ordinal), Case.Sensitive);
    }

    private Stack Accepted()
    {
        var stack = NewStack("accepted");
        Table(stack, "Table");
        new Queue(stack, "Work", new QueueProps { VisibilityTimeout = Duration.Seconds(60) });
        new Queue(stack, "Mail", new QueueProps { QueueName = "mail" });
        new Topic(stack, "Done");
        return stack;
    }

    private Stack Edited()
    {
        var stack = NewStack("edited");
        Table(stack, "Orders");
        new Queue(stack, "Work", new QueueProps { VisibilityTimeout = Duration.Seconds(300) });
        new Queue(stack, "Mail", new QueueProps { QueueName = "post" });
        new Bucket(stack, "Archive");
        return stack;
    }

    private Stack NewStack(string name) => new(new App(new AppProps { Outdir = folder.File(name) }), "Orders");

    private static void Table(Stack stack, string id) => new Table(stack, id, new TableProps
    {
        BillingMode = BillingMode.PAY_PER_REQUEST,
        PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING },
    });
}
