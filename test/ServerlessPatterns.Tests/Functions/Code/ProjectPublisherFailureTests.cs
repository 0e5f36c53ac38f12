namespace ServerlessPatterns.Tests.Functions.Code;

public sealed class ProjectPublisherFailureTests : IDisposable
{
    private const string Function = "namespace App; public class Function { public string Handler(string input) => input; }";
    private const string Net10 = "<TargetFramework>net10.0</TargetFramework>";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Publish_CompileErrors_TellsEachOnce()
    {
        var project = folder.AddProject(Net10, "namespace App; public class Function { int A() => \"a\"; string B() => c; }");

        var failure = Fails(project, FunctionCodeErrors.PublishFailed);

        failure.Message.ShouldStartWith($"SP1105: {project}: dotnet publish failed. Correct these errors, and synthesise again:");
        failure.Message.Split('\n').Skip(1).Select(line => line.Trim()).Order(StringComparer.Ordinal).ShouldBe(
        [
            $"{Source}(1,51): error CS0029: Cannot implicitly convert type 'string' to 'int'",
            $"{Source}(1,70): error CS0103: The name 'c' does not exist in the current context",
        ]);
        failure.Output.ShouldContain("CS0029");
    }

    [Fact]
    public void Publish_ReadyToRunPacksNotServed_PublishesWithoutAndRemembers()
    {
        using var packages = new EnvironmentVariable("NUGET_PACKAGES", Path.Combine(folder.Path, "packages"));
        folder.Add("nuget.config", "<configuration><packageSources><clear /><add key=\"none\" value=\".\" /></packageSources></configuration>");
        var project = folder.AddProject(Net10, Function);
        var publisher = Publisher();

        var published = publisher.Publish(project, "linux-arm64");

        published.ReadyToRunUnavailable.ShouldBeTrue();
        publisher.Publishes.ShouldBe(2);
        DotnetRuntime.Notices(project, published).ShouldHaveSingleItem().IsWarning.ShouldBeFalse();

        var second = Publisher();
        second.Publish(project, "linux-arm64").ShouldBe(published);
        second.Publishes.ShouldBe(1);
    }

    [Fact]
    public void Publish_ProjectForbidsReadyToRun_IsNotAskedFor()
    {
        using var packages = new EnvironmentVariable("NUGET_PACKAGES", Path.Combine(folder.Path, "packages"));
        folder.Add("nuget.config", "<configuration><packageSources><clear /><add key=\"none\" value=\".\" /></packageSources></configuration>");
        var publisher = Publisher();

        var published = publisher.Publish(
            folder.AddProject(Net10 + "<PublishReadyToRun>false</PublishReadyToRun>", Function), "linux-arm64");

        publisher.Publishes.ShouldBe(1);
        published.ReadyToRunUnavailable.ShouldBeFalse();
    }

    [Fact]
    public void Publish_SeveralTargetFrameworks_IsRefused() =>
        Fails(folder.AddProject("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>", Function), FunctionCodeErrors.SeveralTargetFrameworks)
            .Message.ShouldContain("the project sets TargetFrameworks to 'net8.0;net10.0'");

    [Fact]
    public void Publish_OtherTargetFramework_NamesTheAllowed() =>
        Fails(folder.AddProject("<TargetFramework>net9.0</TargetFramework>", Function), FunctionCodeErrors.TargetFramework)
            .Message.ShouldContain("no runtime for the target framework 'net9.0'. Allowed: net10.0");

    [Fact]
    public void Publish_NativeAot_SaysWhatToDo() =>
        Fails(folder.AddProject(Net10 + "<PublishAot>true</PublishAot>", Function), FunctionCodeErrors.NativeAot)
            .Message.ShouldContain("FunctionCode.FromDirectory(path, Runtime.PROVIDED_AL2023");

    [Fact]
    public void Publish_NotPublishable_IsRefused() =>
        Fails(folder.AddProject(Net10 + "<IsPublishable>false</IsPublishable>", Function), FunctionCodeErrors.NothingPublished);

    [Fact]
    public void Publish_NoSdkAnywhere_SaysWhereToGetIt()
    {
        var project = folder.AddProject(Net10, Function);

        Should.Throw<FunctionBuildException>(() => new ProjectPublisher(new DotnetHost(_ => null, null, [])).Publish(project, "linux-x64"))
            .Message.ShouldStartWith($"SP1104: {project}: the .NET SDK was not found");
    }

    [Fact]
    public void Publish_GlobalJsonAllowsNoSdk_SaysSo()
    {
        folder.Add("App/global.json", """{ "sdk": { "version": "99.0.100" } }""");

        Fails(folder.AddProject(Net10, Function), FunctionCodeErrors.SdkNotFound).Output.ShouldContain("99.0.100");
    }

    [Fact]
    public void Publish_ProjectHeldByAnotherProcess_SaysSo()
    {
        var project = folder.AddProject(Net10, Function);
        using var held = new BuildFolder(project, "linux-x64").Lock(TimeSpan.Zero);

        Should.Throw<FunctionBuildException>(() => new ProjectPublisher(DotnetHost.OfThisProcess, TimeSpan.Zero).Publish(project, "linux-x64"))
            .Code.ShouldBe(FunctionCodeErrors.PublishLocked);
    }

    [Fact]
    public void Publish_BuildFolderCannotBeMade_SaysWhichMustBeWritable()
    {
        folder.Add("App/obj", "a file where the folder should be");

        Fails(folder.AddProject(Net10, Function), FunctionCodeErrors.BuildFolder).Message.ShouldContain("obj/serverless-patterns");
    }

    [Fact]
    public void Publish_Executable_IsItsOwnHandler()
    {
        var project = folder.AddProject(
            Net10 + "<OutputType>Exe</OutputType><AssemblyName>My.Tool</AssemblyName><SelfContained>true</SelfContained><PublishSingleFile>true</PublishSingleFile><PublishTrimmed>true</PublishTrimmed>",
            "System.Console.WriteLine();");

        var built = new ProjectCode(project, handler: null, Publisher()).Build("linux-x64");

        built.Handler.ShouldBe("My.Tool");
        built.RuntimeName.ShouldBe("dotnet10");
        Directory.EnumerateFiles(built.Directory).Select(Path.GetFileName).ShouldBe(
            ["My.Tool.deps.json", "My.Tool.dll", "My.Tool.runtimeconfig.json"], ignoreOrder: true);
    }

    public void Dispose() => folder.Dispose();

    private string Source => Path.Combine(folder.Path, "App", "Function.cs");

    private static ProjectPublisher Publisher() => new(DotnetHost.OfThisProcess);

    private static FunctionBuildException Fails(string project, string code)
    {
        var failure = Should.Throw<FunctionBuildException>(() => Publisher().Publish(project, "linux-x64"));
        failure.Code.ShouldBe(code, failure.Message + failure.Output);
        failure.Path.ShouldBe(project);
        return failure;
    }
}
