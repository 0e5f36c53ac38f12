using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>What a template makes, before anything is built.</summary>
public sealed partial class TemplateContentTests(PackedPackages packages, TemplateHive hive) : IClassFixture<TemplateHive>
{
    public static TheoryData<string> Templates => [.. TemplateHive.Names];

    [Fact]
    public async Task List_TheFourTemplates_AreThere()
    {
        var list = await hive.ListAsync();

        TemplateName().Matches(list).Select(match => match.Value).ShouldBe(TemplateHive.Names, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Files_OfATemplate_AreThoseAccepted(string template)
    {
        var made = await hive.NewAsync(template, "Demo");

        ApprovedText.Verify(
            Path.Combine(Repository.Root, "test", "ServerlessPatterns.Packages.Tests", "Templates", $"{template}.files.txt"),
            string.Concat(made.Files.Select(file => $"{file}\n")));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task GitHubRepository_Given_AddsAStackOfItsRolesAndItsTest(string template)
    {
        var without = await hive.NewAsync(template, "Demo");
        var with = await hive.NewAsync(template, "Demo", "--github-repository", "acme/Photos", "--github-repository-id", "901", "--github-owner-id", "17");

        with.Files.Except(without.Files, StringComparer.Ordinal).ShouldBe(
            ["src/Demo.Infrastructure/DeliveryStack.cs", "test/Demo.Tests/DeliveryStackTests.cs"]);
        with.Read("src/Demo.Infrastructure/DeliveryStack.cs").ShouldContain("Repository = \"acme/Photos\";");
        with.Read("src/Demo.Infrastructure/DeliveryStack.cs").ShouldContain("RepositoryId = 901;");
        with.Read("src/Demo.Infrastructure/DeliveryStack.cs").ShouldContain("RepositoryOwnerId = 17;");
        with.Read("src/Demo.Infrastructure/Program.cs").ShouldContain("new DeliveryStack(app, \"Demo-Delivery\"");
        without.Read("src/Demo.Infrastructure/Program.cs").ShouldNotContain("Delivery");
    }

    // What the template engine did not understand, or was not told of.
    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Text_NothingOfTheTemplateItself_IsLeft(string template)
    {
        var made = await hive.NewAsync(template, "Demo");

        made.Files.Where(file => Leftover().IsMatch(made.Read(file)) || Leftover().IsMatch(file)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Versions_OfThePackages_AreThoseOfThisRepository(string template)
    {
        var versions = Versions((await hive.NewAsync(template, "Demo")).Read("Directory.Packages.props"));
        var ours = Versions(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Directory.Packages.props"), TestContext.Current.CancellationToken));

        versions.ShouldContainKey("ServerlessPatterns");
        foreach (var (id, version) in versions)
        {
            version.ShouldBe(id.StartsWith("ServerlessPatterns", StringComparison.Ordinal) ? packages.Version : ours[id], id);
        }
    }

    [Theory]
    [InlineData("my photos", "my_photos", "my-photos")]
    [InlineData("2nd.Shop", "_2nd.Shop", "App-2nd-Shop")]
    [InlineData("größe", "größe", "gr-e")]
    [InlineData("写真", "写真", "App")]
    public async Task Name_Awkward_MakesANamespaceAndAStackNameThatAreValid(string name, string safe, string stack)
    {
        var program = (await hive.NewAsync("serverless-thumbnails", name)).Read($"src/{safe}.Infrastructure/Program.cs");

        program.ShouldContain($"using {safe}.Infrastructure;");
        program.ShouldContain($"new ThumbnailStack(app, \"{stack}\");");
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Deploy_TheWorkflow_IsThatOfThisRepository(string template)
    {
        var made = await hive.NewAsync(template, "Demo");

        made.Read(".github/workflows/deploy.yml").ShouldBe(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".github", "workflows", "deploy.yml"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Ship_TheWorkflow_KeepsEveryLineThatIsNotForAnotherTemplate(string template)
    {
        var made = await hive.NewAsync(template, "Demo", "--aws-region", "eu-west-1");
        var source = (await File.ReadAllTextAsync(TemplateHive.Source(".github", "workflows", "ship.yml"), TestContext.Current.CancellationToken))
            .Replace("pattern-starter-region", "eu-west-1", StringComparison.Ordinal)
            .Replace("pattern-starter-stack", "Demo", StringComparison.Ordinal)
            .Replace("PatternStarter", "Demo", StringComparison.Ordinal);

        made.Read(".github/workflows/ship.yml").ShouldBe(
            template == "serverless-fargate" ? Directive().Replace(source, "") : ForContainers().Replace(source, ""));
    }

    private static Dictionary<string, string> Versions(string props)
    {
        var root = XDocument.Parse(props).Root!;
        var own = root.Descendants("ServerlessPatternsVersion").SingleOrDefault()?.Value;

        // The library allows a range of versions; what is built here has the lowest.
        return root.Descendants("PackageVersion").ToDictionary(
            package => package.Attribute("Include")!.Value,
            package => package.Attribute("Version")!.Value.Replace("$(ServerlessPatternsVersion)", own, StringComparison.Ordinal).TrimStart('[').Split(',')[0],
            StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\bserverless-\w+", RegexOptions.None, 1000)]
    private static partial Regex TemplateName();

    [GeneratedRegex(@"pattern[-_]?starter|#(if|else|endif)\b|@(Version|Template|Title)@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^#(if|endif).*\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^#if \(fargate\)\n.*?^#endif\n", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex ForContainers();
}
