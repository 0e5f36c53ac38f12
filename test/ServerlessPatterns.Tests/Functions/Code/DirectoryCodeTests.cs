using System.IO.Compression;

namespace ServerlessPatterns.Tests.Functions.Code;

public sealed class DirectoryCodeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("nodejs24.x", "index.handler", null)]
    [InlineData("nodejs24.x", "lib/app.nested.handler", null)]
    [InlineData("nodejs24.x", "/opt/nodejs/wrapper.handler", null)]
    [InlineData("nodejs24.x", "Index.handler", FunctionCodeErrors.HandlerNotInDirectory)]
    [InlineData("nodejs24.x", "handler", FunctionCodeErrors.HandlerShape)]
    [InlineData("nodejs24.x", "index.", FunctionCodeErrors.HandlerShape)]
    [InlineData("python3.14", "main.handler", null)]
    [InlineData("python3.14", "package.handler", null)]
    [InlineData("python3.14", "package.sub.handler", null)]
    [InlineData("python3.14", "package/sub.handler", null)]
    [InlineData("python3.14", "other.handler", FunctionCodeErrors.HandlerNotInDirectory)]
    [InlineData("ruby3.4", "app.Class.method", null)]
    [InlineData("ruby3.4", "main.method", FunctionCodeErrors.HandlerNotInDirectory)]
    [InlineData("dotnet10", "App::My.Function::Run", null)]
    [InlineData("dotnet10", "App::My.Function::Walk", FunctionCodeErrors.HandlerNotInDirectory)]
    [InlineData("dotnet10", "App.My.Function.Run", FunctionCodeErrors.HandlerNotInDirectory)]
    [InlineData("dotnet10", "App::Run", FunctionCodeErrors.HandlerShape)]
    [InlineData("java21", "com.example.Handler", null)]
    [InlineData("provided.al2023", "bootstrap", null)]
    [InlineData("nodejs24.x", "${Token[TOKEN.1]}", null)]
    public void Check_Handler_IsSoughtInFolderAndZipAlike(string runtime, string handler, string? code)
    {
        var directory = Path.Combine(folder.Path, "code");
        foreach (var file in new[] { "index.mjs", "lib/app.cjs", "main.py", "package/__init__.py", "package/sub.py", "app.rb" })
        {
            folder.Add(Path.Combine("code", file), "");
        }

        var app = new AssemblyFile(directory, "App");
        app.AddClass("My.Function", "Run");
        app.Save();
        var zip = Path.Combine(folder.Path, "code.zip");
        ZipFile.CreateFromDirectory(directory, zip);

        string[] expected = code is null ? [] : [code];
        Codes(directory, runtime, handler).ShouldBe(expected);
        Codes(zip, runtime, handler).ShouldBe(expected);
    }

    [Fact]
    public void Check_HandlerFileMissing_NamesTheFilesThatWouldDo()
    {
        folder.Add("index.js", "");

        var problem = DirectoryCode.Check(folder.Path, "nodejs24.x", "main.handler").ShouldHaveSingleItem();

        problem.Value.ShouldBe("main.handler");
        problem.Allowed.ShouldBe("one of the files main, main.js, main.mjs, main.cjs");
    }

    [Fact]
    public void Check_NothingThere_SaysTheAbsolutePath()
    {
        var problem = DirectoryCode.Check(Path.Combine(folder.Path, "none"), "nodejs24.x", "index.handler").ShouldHaveSingleItem();

        problem.Code.ShouldBe(FunctionCodeErrors.DirectoryNotFound);
        problem.Value.ShouldBe(Path.Combine(folder.Path, "none"));
    }

    [Fact]
    public void Check_EmptyFolder_IsRefused() =>
        Codes(folder.Path, "nodejs24.x", "index.handler").ShouldBe([FunctionCodeErrors.DirectoryEmpty]);

    [Theory]
    [InlineData("code.tar")]
    [InlineData("code.zip")]
    public void Check_NeitherFolderNorZip_IsRefused(string name) =>
        Codes(folder.Add(name, "text"), "nodejs24.x", "index.handler").ShouldBe([FunctionCodeErrors.DirectoryKind]);

    [Fact]
    public void Check_LargerThanLambdaAllows_IsRefused()
    {
        folder.Add("index.js", "");
        using (var large = File.Create(Path.Combine(folder.Path, "model.bin")))
        {
            large.SetLength(LambdaLimits.UnzippedBytes - 1);
        }

        Codes(folder.Path, "nodejs24.x", "index.handler").ShouldBeEmpty();

        folder.Add("one.byte", "1");

        var problem = DirectoryCode.Check(folder.Path, "nodejs24.x", "index.handler").ShouldHaveSingleItem();
        problem.Code.ShouldBe(FunctionCodeErrors.TooLarge);
        problem.Value.ShouldBe($"{folder.Path} (250.0 MB)");
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> Codes(string path, string runtime, string handler) =>
        DirectoryCode.Check(path, runtime, handler).Select(problem => problem.Code);
}
