using Amazon.CDK;
using Amazon.CDK.Assertions;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Testing.Tests;

public sealed class TemplateSnapshotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Verify_StackAsAccepted_Passes() => TemplateSnapshot.Verify(OrderStack.InNewApp(folder));

    [Fact]
    public void VerifyNoOrphans_ThisAssembly_Passes() =>
        TemplateSnapshot.VerifyNoOrphans(typeof(TemplateSnapshotTests).Assembly);

    [Fact]
    public void Verify_TableRenamed_TellsThatItIsReplaced()
    {
        using var environment = new EnvironmentScope(update: "1", ci: null);
        TemplateSnapshot.Verify(OrderStack.InNewApp(folder), sourceFile: Source, member: "Table");
        using var comparing = new EnvironmentScope(update: null, ci: "true");

        var exception = Should.Throw<SnapshotMismatchException>(() => TemplateSnapshot.Verify(
            OrderStack.InNewApp(folder, tableName: "purchases"), sourceFile: Source, member: "Table"));

        exception.SnapshotFile.ShouldBe(folder.File("OrderTests.Table.verified.json"));
        exception.Message.ShouldBe($"""
            The template of Orders differs from its snapshot OrderTests.Table.verified.json: 1 replaced.

            replaced Resources.TableCD117FA1 (AWS::DynamoDB::Table)
                       CloudFormation cannot change Properties.TableName in place: it makes a new resource,
                       and the deployed one stays in the account, outside the stack, with what it holds (UpdateReplacePolicy: Retain).
                       Properties.TableName: "orders" -> "purchases"

            To accept what the stack is now, run UPDATE_SNAPSHOTS=1 dotnet test and commit the file.
            Snapshot: {folder.File("OrderTests.Table.verified.json")}
            """);
    }

    [Fact]
    public void Verify_NoSnapshot_SaysHowToAccept()
    {
        using var environment = new EnvironmentScope(update: null, ci: null);

        var exception = Should.Throw<SnapshotMismatchException>(() => TemplateSnapshot.Verify(
            OrderStack.InNewApp(folder), name: "eu", sourceFile: Source, member: "New"));

        exception.Differences.ShouldBeEmpty();
        exception.Message.ShouldBe($"""
            The template of Orders has no snapshot OrderTests.New.eu.verified.json yet.

            To accept what the stack is now, run UPDATE_SNAPSHOTS=1 dotnet test and commit the file.
            Snapshot: {folder.File("OrderTests.New.eu.verified.json")}
            """);
        File.Exists(exception.SnapshotFile).ShouldBeFalse();
    }

    [Fact]
    public void Verify_UpdateOnBuildServer_IsRefused()
    {
        using var environment = new EnvironmentScope(update: "1", ci: "true");

        var exception = Should.Throw<InvalidOperationException>(() => TemplateSnapshot.VerifyJson(
            "{}", sourceFile: Source, member: "Refused"));

        exception.Message.ShouldBe(
            "UPDATE_SNAPSHOTS is set, and so is CI: a build server must not accept snapshots. Run UPDATE_SNAPSHOTS=1 dotnet test "
            + "on a workstation, look at the difference, and commit OrderTests.Refused.verified.json.");
        File.Exists(folder.File("OrderTests.Refused.verified.json")).ShouldBeFalse();
    }

    [Fact]
    public void Verify_EveryFormOfOneTemplate_SharesOneSnapshot()
    {
        using var environment = new EnvironmentScope(update: "1", ci: null);
        var stack = new Stack(new App(new AppProps { Outdir = folder.File("cdk.out") }), "Queues");
        new Queue(stack, "Queue", new QueueProps { RetentionPeriod = Duration.Days(14), Fifo = true });
        TemplateSnapshot.Verify(stack, sourceFile: Source, member: "Forms");
        using var comparing = new EnvironmentScope(update: null, ci: null);

        var file = folder.File("cdk.out/Queues.template.json");
        TemplateSnapshot.VerifyFile(file, sourceFile: Source, member: "Forms");
        TemplateSnapshot.VerifyJson(File.ReadAllText(file), sourceFile: Source, member: "Forms");
        TemplateSnapshot.Verify(Template.FromStack(stack).ToJSON(), sourceFile: Source, member: "Forms");
    }

    [Fact]
    public void Verify_StackAddedAfterSynth_IsFound()
    {
        using var environment = new EnvironmentScope(update: "1", ci: null);
        var app = new App(new AppProps { Outdir = folder.File("cdk.out") });
        var stage = new Stage(app, "Stage");
        TemplateSnapshot.Verify(new Stack(stage, "First"), sourceFile: Source, member: "Late", name: "first");
        var second = new Stack(stage, "Second");
        new Queue(second, "Queue");

        TemplateSnapshot.Verify(second, sourceFile: Source, member: "Late", name: "second");

        File.ReadAllText(folder.File("OrderTests.Late.second.verified.json")).ShouldContain("AWS::SQS::Queue");
    }

    private string Source => folder.Write("OrderTests.cs", "");
}
