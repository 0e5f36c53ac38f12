namespace ServerlessPatterns.Tests.Functions.Code;

public sealed class PublishedHandlerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Resolve_NoCandidate_SaysHowToNameOne()
    {
        new AssemblyFile(folder.Path, "App").Save();

        var failure = Fails(null);

        failure.Code.ShouldBe(FunctionCodeErrors.HandlerNotInferred);
        failure.Message.ShouldContain("FunctionCode.FromProject(path, handler: \"App::Namespace.Type::Method\")");
    }

    [Fact]
    public void Resolve_GivenMethodIsNotThere_SaysWhatIsThere()
    {
        var app = new AssemblyFile(folder.Path, "App");
        app.AddClass("My.Function", "Handler");
        app.Save();

        var failure = Fails("App::My.Function::Handle");

        failure.Code.ShouldBe(FunctionCodeErrors.HandlerNotPublished);
        failure.Message.ShouldContain("Handler");
    }

    public void Dispose() => folder.Dispose();

    private FunctionBuildException Fails(string? handler) => Should.Throw<FunctionBuildException>(() =>
        PublishedHandler.Resolve("App.csproj", new PublishedProject(folder.Path, "App", "net10.0", ReadyToRunUnavailable: false), handler));
}
