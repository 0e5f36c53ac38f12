using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>examples/SingleFile is a CDK app wherever its two files are copied.</summary>
public sealed partial class SingleFileTests(PackedPackages packages)
{
    private static readonly string Example = Path.Combine(Repository.Root, "examples", "SingleFile");

    [Fact]
    public void Package_OfTheExample_HasTheVersionOfTheRepository() =>
        Package().Match(File.ReadAllText(Path.Combine(Example, "app.cs"))).Groups["version"].Value.ShouldBe(
            XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value);

    [Fact]
    public async Task Synth_OfACopy_MakesThePattern()
    {
        var folder = packages.NewApp("single file");
        Files.CopyFiles([Path.Combine(Example, "app.cs"), Path.Combine(Example, "cdk.json")], folder);
        var app = Path.Combine(folder, "app.cs");
        var text = await File.ReadAllTextAsync(app, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            app, Package().Replace(text, $"#:package ServerlessPatterns@{packages.Version}"), TestContext.Current.CancellationToken);
        try
        {
            await packages.CdkAsync(folder, "synth", "--quiet", "--no-version-reporting");
        }
        finally
        {
            // The SDK builds such an app in a folder of the user's, where it would stay for a month.
            await packages.DotnetAsync(folder, "clean", "app.cs");
        }

        var templates = new Templates(Path.Combine(folder, "cdk.out"));
        templates.ByStack.Keys.ShouldBe(["Photos"]);
        templates.Resources.Count(resource => resource.EndsWith(": AWS::Lambda::Function", StringComparison.Ordinal)).ShouldBe(1);
        templates.Resources.Count(resource => resource.EndsWith(": AWS::S3::Bucket", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
    }

    [GeneratedRegex(@"^#:package ServerlessPatterns@(?<version>\S+)", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Package();
}
