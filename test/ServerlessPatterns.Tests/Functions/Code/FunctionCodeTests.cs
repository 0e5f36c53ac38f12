using Amazon.CDK;
using Amazon.CDK.Assertions;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Functions.Code;

/// <summary>What reaches the template.</summary>
public sealed class FunctionCodeTests : IDisposable
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Package_Project_RunsOnTheRuntimeOfItsFramework()
    {
        var project = folder.AddProject(
            "<TargetFramework>net10.0</TargetFramework><PublishReadyToRun>false</PublishReadyToRun>",
            "namespace My; public class Function { public string FunctionHandler(string input) => input; }");

        Template(FunctionCode.FromProject(project)).HasResourceProperties("AWS::Lambda::Function", new Dictionary<string, object>
        {
            ["Runtime"] = "dotnet10",
            ["Handler"] = "App::My.Function::FunctionHandler",
            ["PackageType"] = Match.Absent(),
        });
    }

    [Fact]
    public void Package_Directory_IsTakenAsItIs()
    {
        folder.Add("index.js", "exports.handler = async () => {};");
        var code = FunctionCode.FromDirectory(folder.Path, Runtime.NODEJS_LATEST, "index.handler");

        code.Check().ShouldBeEmpty();
        Template(code).HasResourceProperties("AWS::Lambda::Function", new Dictionary<string, object> { ["Handler"] = "index.handler" });
    }

    [Theory]
    [InlineData("v1.2_3", ":v1.2_3")]
    [InlineData(Digest, "@" + Digest)]
    public void Package_Image_IsNamedByTagOrDigest(string tagOrDigest, string ending)
    {
        var stack = new Stack();
        var code = FunctionCode.FromImage(Repository.FromRepositoryName(stack, "Repository", "images"), tagOrDigest);

        code.Check().ShouldBeEmpty();
        var package = code.Package(stack, Architecture.ARM_64);
        package.Runtime.ShouldBe(Runtime.FROM_IMAGE);
        package.Notices.ShouldBeEmpty();
        Template(code, stack).HasResourceProperties("AWS::Lambda::Function", new Dictionary<string, object>
        {
            ["PackageType"] = "Image",
            ["Code"] = new Dictionary<string, object>
            {
                ["ImageUri"] = Match.ObjectLike(new Dictionary<string, object>
                {
                    ["Fn::Join"] = new object[] { "", Match.ArrayWith([Match.StringLikeRegexp($"/images{ending}$")]) },
                }),
            },
        });
    }

    [Theory]
    [InlineData("images:v1")]
    [InlineData("-v1")]
    [InlineData(".v1")]
    [InlineData("v 1")]
    [InlineData("sha256:0123")]
    public void Check_ImageReferenceMalformed_IsRefused(string tagOrDigest) =>
        new ImageCode(null!, tagOrDigest).Check().ShouldHaveSingleItem().Code.ShouldBe(FunctionCodeErrors.ImageReference);

    [Fact]
    public void Check_ImageReferenceToken_Passes() => new ImageCode(null!, "${Token[TOKEN.1]}").Check().ShouldBeEmpty();

    [Fact]
    public void Notices_ImageTagLatest_Warns() =>
        new ImageCode(null!, "latest").Notices().ShouldHaveSingleItem().Id.ShouldBe("ServerlessPatterns:MutableImageTag");

    [Fact]
    public void Package_ImageDirectory_IsAnAssetOfTheFunctionsArchitecture()
    {
        folder.Add("Dockerfile", "FROM scratch");
        var code = FunctionCode.FromImageDirectory(folder.Path);

        code.Check().ShouldBeEmpty();
        var app = new App();
        Template(code, new Stack(app, "Stack")).HasResourceProperties(
            "AWS::Lambda::Function", new Dictionary<string, object> { ["PackageType"] = "Image" });
        File.ReadAllText(Path.Combine(app.Synth().Directory, "Stack.assets.json")).ShouldContain("\"platform\": \"linux/arm64\"");
    }

    [Fact]
    public void Check_ImageDirectory_NeedsADockerfile()
    {
        FunctionCode.FromImageDirectory(Path.Combine(folder.Path, "none")).Check()
            .ShouldHaveSingleItem().Code.ShouldBe(FunctionCodeErrors.ImageDirectoryNotFound);
        FunctionCode.FromImageDirectory(folder.Path).Check()
            .ShouldHaveSingleItem().Code.ShouldBe(FunctionCodeErrors.DockerfileNotFound);
    }

    [Fact]
    public void Check_Bundle_NeedsEveryArchitecture()
    {
        folder.Add("handler-x64.zip", "");

        new BundleCode("handler-{arch}.zip", Runtime.NODEJS_LATEST, "index.handler", folder.Path).Check()
            .ShouldHaveSingleItem().ShouldBe(new CodeProblem(
                FunctionCodeErrors.BundleNotFound,
                Path.Combine(folder.Path, "handler-arm64.zip"),
                "the default handler that ships in the ServerlessPatterns package",
                "Restore and build the app again; if it still is missing, give the pattern your own FunctionCode."));
    }

    [Fact]
    public void Factories_NothingGiven_Throw()
    {
        Should.Throw<ArgumentException>(() => FunctionCode.FromProject(" "));
        Should.Throw<ArgumentException>(() => FunctionCode.FromDirectory("", null!, "index.handler"));
        Should.Throw<ArgumentNullException>(() => FunctionCode.FromDirectory("code", null!, "index.handler"));
        Should.Throw<ArgumentNullException>(() => FunctionCode.FromImage(null!, "v1"));
        Should.Throw<ArgumentException>(() => FunctionCode.FromImageDirectory(""));
    }

    public void Dispose() => folder.Dispose();

    private static Template Template(FunctionCode code, Stack? given = null)
    {
        var stack = given ?? new Stack();
        var package = code.Package(stack, Architecture.ARM_64);
        _ = new Function(stack, "Function", new FunctionProps
        {
            Code = package.Code,
            Runtime = package.Runtime,
            Handler = package.Handler,
            Architecture = Architecture.ARM_64,
        });
        return Amazon.CDK.Assertions.Template.FromStack(stack);
    }
}
