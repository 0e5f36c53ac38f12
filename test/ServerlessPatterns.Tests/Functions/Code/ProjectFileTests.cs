namespace ServerlessPatterns.Tests.Functions.Code;

public sealed class ProjectFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("App/App.csproj")]
    [InlineData("App/App.fsproj")]
    [InlineData("App/App.vbproj")]
    public void Find_FileOrItsFolder_IsTheFile(string name)
    {
        var project = Path.GetFullPath(folder.Add(name, ""));

        ProjectFile.Find(project).ShouldBe((project, null));
        ProjectFile.Find(Path.GetDirectoryName(project)!).ShouldBe((project, null));
        ProjectFile.Find(Path.GetRelativePath(Environment.CurrentDirectory, project)).ShouldBe((project, null));
    }

    [Fact]
    public void Find_Nothing_SaysTheAbsolutePathAndWhatIsNear()
    {
        folder.Add("src/App/App.csproj", "");
        var path = Path.Combine(folder.Path, "src", "Ap");

        var problem = Problem(Path.GetRelativePath(Environment.CurrentDirectory, path));

        problem.Code.ShouldBe(FunctionCodeErrors.ProjectNotFound);
        problem.Value.ShouldBe(path);
        problem.Fix.ShouldContain(Environment.CurrentDirectory);
        problem.Fix.ShouldEndWith($"Below it: {Path.Combine("App", "App.csproj")}.");
    }

    [Fact]
    public void Find_FolderWithout_NamesThoseBelow()
    {
        folder.Add("App/App.csproj", "");

        var problem = Problem(folder.Path);

        problem.Code.ShouldBe(FunctionCodeErrors.ProjectNotFound);
        problem.Fix.ShouldBe($"The folder has no project. Below it: {Path.Combine("App", "App.csproj")}. Give the path of the project.");
    }

    [Fact]
    public void Find_FolderWithSeveral_NamesThem()
    {
        folder.Add("A.csproj", "");
        folder.Add("B.fsproj", "");

        var problem = Problem(folder.Path);

        problem.Code.ShouldBe(FunctionCodeErrors.ProjectAmbiguous);
        problem.Fix.ShouldBe("The folder has several projects: A.csproj, B.fsproj. Give the path of one.");
    }

    [Fact]
    public void Find_AnotherFile_IsRefused() =>
        Problem(folder.Add("app.py", "")).Code.ShouldBe(FunctionCodeErrors.ProjectKind);

    [Fact]
    public void Check_ProjectAndHandler_TellsBoth() => FunctionCode
        .FromProject(Path.Combine(folder.Path, "none"), "App::Type")
        .Check()
        .Select(problem => problem.Code)
        .ShouldBe([FunctionCodeErrors.ProjectNotFound, FunctionCodeErrors.HandlerMalformed]);

    [Fact]
    public void Check_Tokens_Pass() => FunctionCode.FromProject("${Token[TOKEN.1]}", "${Token[TOKEN.2]}").Check().ShouldBeEmpty();

    public void Dispose() => folder.Dispose();

    private static CodeProblem Problem(string path)
    {
        var (file, problem) = ProjectFile.Find(path);
        file.ShouldBeNull();
        return problem.ShouldNotBeNull();
    }
}
