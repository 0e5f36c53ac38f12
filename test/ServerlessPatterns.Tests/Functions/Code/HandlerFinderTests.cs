using System.Reflection;

namespace ServerlessPatterns.Tests.Functions.Code;

public sealed class HandlerFinderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("FunctionHandler")]
    [InlineData("FunctionHandlerAsync")]
    [InlineData("Handler")]
    [InlineData("HandlerAsync")]
    [InlineData("Handle")]
    [InlineData("HandleAsync")]
    public void Infer_OneClassWithOneSuchMethod_IsTheHandler(string method)
    {
        var app = new AssemblyFile(folder.Path, "App");
        app.AddClass("My.Functions.Resize", method, "Other");
        app.AddClass("My.Helper", "Work");
        app.Save();

        Infer().Handler.ShouldBe($"App::My.Functions.Resize::{method}");
    }

    [Fact]
    public void Infer_StaticClassWithoutNamespace_IsTheHandler()
    {
        var app = new AssemblyFile(folder.Path, "App");
        var type = app.Add("Function", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        AssemblyFile.AddMethod(type, "Handler", MethodAttributes.Public | MethodAttributes.Static, 2);
        app.Save();

        Infer().Handler.ShouldBe("App::Function::Handler");
    }

    [Fact]
    public void Infer_MethodOfABaseClass_IsTheHandler()
    {
        var app = new AssemblyFile(folder.Path, "App");
        var parent = app.Add("My.Base", TypeAttributes.Public | TypeAttributes.Abstract, "FunctionHandlerAsync");
        app.AddClass("My.Function").SetParent(parent);
        app.Save();

        Infer().Handler.ShouldBe("App::My.Function::FunctionHandlerAsync");
    }

    [Fact]
    public void Infer_TwoCandidates_ListsBoth()
    {
        var app = new AssemblyFile(folder.Path, "App");
        app.AddClass("My.B", "Handler");
        app.AddClass("My.A", "FunctionHandler");
        app.Save();

        var (handler, candidates) = Infer();

        handler.ShouldBeNull();
        candidates.ShouldBe(["App::My.A::FunctionHandler", "App::My.B::Handler"]);
    }

    [Fact]
    public void Infer_OnlyNearMisses_SaysWhatIsAgainstEach()
    {
        var app = new AssemblyFile(folder.Path, "App");
        AssemblyFile.AddMethod(app.AddClass("My.Wide"), "Handler", MethodAttributes.Public, 3);
        AssemblyFile.AddMethod(app.AddClass("My.Generic"), "Handler", MethodAttributes.Public, 1).DefineGenericParameters("T");
        app.AddClass("My.Needy", "Handler").DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(string)])
            .GetILGenerator().Emit(System.Reflection.Emit.OpCodes.Ret);
        app.Save();

        var (handler, candidates) = Infer();

        handler.ShouldBeNull();
        candidates.ShouldBe(
        [
            "App::My.Generic::Handler (generic)",
            "App::My.Needy::Handler (its class has no public constructor without parameters, or is abstract)",
            "App::My.Wide::Handler (more than an input and a context)",
        ]);
    }

    [Fact]
    public void Infer_InternalGenericAndNestedClasses_AreNoCandidates()
    {
        var app = new AssemblyFile(folder.Path, "App");
        app.Add("My.Hidden", TypeAttributes.NotPublic, "Handler");
        app.AddClass("My.Generic", "Handler").DefineGenericParameters("T");
        app.AddNested(app.AddClass("My.Outer"), "Inner", "Handler");
        app.Save();

        Infer().ShouldSatisfyAllConditions(
            found => found.Handler.ShouldBeNull(),
            found => found.Candidates.ShouldBeEmpty());
    }

    [Fact]
    public void Infer_Executable_IsTheAssembly()
    {
        var name = typeof(HandlerFinderTests).Assembly.GetName().Name!;
        File.Copy(typeof(HandlerFinderTests).Assembly.Location, Path.Combine(folder.Path, name + ".dll"));

        Infer(name).Handler.ShouldBe(name);
    }

    [Theory]
    [InlineData("App::My.Function::Run", null)]
    [InlineData("App::My.Outer+Inner::Run", null)]
    [InlineData("App::My.FromElsewhere::Anything", null)]
    [InlineData("Other::My.Function::Run", "there is no Other.dll in its root")]
    [InlineData("App::My.Funktion::Run", "My.FromElsewhere, My.Function, My.Outer")]
    [InlineData("App::My.Function::run", "a method of My.Function: Run, Stop")]
    [InlineData("App", "it has no entry point")]
    [InlineData("Broken::A::B", "there is no Broken.dll in its root")]
    public void Missing_GivenHandler_IsLookedUp(string handler, string? expected)
    {
        var app = new AssemblyFile(folder.Path, "App");
        app.AddClass("My.Function", "Run", "Stop");
        app.AddNested(app.AddClass("My.Outer"), "Inner", "Run");
        // What its base class outside the package has cannot be known.
        app.AddClass("My.FromElsewhere").SetParent(typeof(MemoryStream));
        app.Save();
        folder.Add("Broken.dll", "not an assembly");

        using var files = PackageFiles.Open(folder.Path);
        using var assemblies = new PublishedAssemblies(files);
        var missing = HandlerFinder.Missing(assemblies, DotnetHandler.Parse(handler)!);

        if (expected is null)
        {
            missing.ShouldBeNull();
        }
        else
        {
            missing.ShouldNotBeNull().ShouldContain(expected);
        }
    }

    [Theory]
    [InlineData("App")]
    [InlineData("App::Type::Method")]
    public void Parse_WellFormed_IsTakenApart(string handler) => DotnetHandler.Parse(handler).ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("App::Type")]
    [InlineData("App:Type:Method")]
    [InlineData("App::Type::")]
    [InlineData("App::My Type::Method")]
    [InlineData("App::A::B::C")]
    public void Parse_Malformed_IsNull(string handler) => DotnetHandler.Parse(handler).ShouldBeNull();

    [Fact]
    public void Resolve_NothingFound_ShowsHowToNameIt()
    {
        new AssemblyFile(folder.Path, "App").Save();

        Should.Throw<FunctionBuildException>(() => Resolve(null)).Message.ShouldBe(
            "SP1112: App.csproj: no handler was found: the project is no executable and has no public class with a public method called "
            + "FunctionHandler, Handler or Handle (or the same with Async). "
            + "Name it: FunctionCode.FromProject(path, handler: \"App::Namespace.Type::Method\").");
    }

    [Fact]
    public void Resolve_GivenHandlerIsNotThere_NamesWhatIs()
    {
        var app = new AssemblyFile(folder.Path, "App");
        app.AddClass("My.Function", "Run");
        app.Save();

        Should.Throw<FunctionBuildException>(() => Resolve("App::My.Function::Walk")).Message.ShouldBe(
            "SP1113: App.csproj: the handler 'App::My.Function::Walk' is not in what was published. Name a method of My.Function: Run.");
    }

    public void Dispose() => folder.Dispose();

    private string Resolve(string? handler) =>
        PublishedHandler.Resolve("App.csproj", new PublishedProject(folder.Path, "App", "net10.0", ReadyToRunUnavailable: false), handler);

    private (string? Handler, IReadOnlyList<string> Candidates) Infer(string assembly = "App")
    {
        using var files = PackageFiles.Open(folder.Path);
        using var assemblies = new PublishedAssemblies(files);
        return HandlerFinder.Infer(assemblies, assembly);
    }
}
