using System.Text.RegularExpressions;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>What a template makes, used as its README says.</summary>
public sealed partial class CreatedRepositoryTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    // The name that the sources have, so that what is accepted in a repository made with it is what they hold.
    private const string NameOfTheSources = "PatternStarter";

    [Theory]
    [InlineData("serverless-thumbnails", "My-Shop.Photos 2", 1)]
    [InlineData("serverless-fargate", "2nd Shop", 2)]
    [InlineData("serverless-cron", "Größe.Nightly", 1)]
    public async Task Readme_EachCommand_Succeeds_AndLeavesTheTreeClean(string template, string name, int templates) =>
        await FollowReadmeAsync(template, name, templates);

    [Fact]
    public async Task Snapshot_OfAStackThatChanges_FailsAndSaysHow()
    {
        // The name of a type of the CDK, as namespaces may have it.
        if (await FollowReadmeAsync("serverless-crud", "App", templates: 1) is not { } made)
        {
            return;
        }

        made.Replace("src/App.Infrastructure/ApiStack.cs", "Access = ApiAccess.Iam(),", "Access = ApiAccess.Public(),");

        var output = await made.RunToFailureAsync("dotnet test");

        output.ShouldContain("differs from its snapshot ApiStackTests.Template_IsAsAccepted.verified.json");
        output.ShouldContain("AuthorizationType");
        output.ShouldContain("Routes_All_AskForASignature");
    }

    private async Task<CreatedRepository?> FollowReadmeAsync(string template, string name, int templates)
    {
        if (ApprovedText.IsAccepting)
        {
            await AcceptAsync(template);
            return null;
        }

        var made = await hive.NewAsync(template, name);
        await made.GitAsync("init", "--quiet");
        await made.GitAsync("add", "--all");
        await made.GitAsync("commit", "--quiet", "--message", "new");

        var tests = 0;
        foreach (var command in made.Commands)
        {
            var output = await made.RunAsync(command);
            tests += Passed().Count(output);
            output.ShouldNotContain("warning", Case.Insensitive, command);
        }

        tests.ShouldBe(2, "The tests are run, and run once more to accept templates.");
        await LintAsync(made, templates);
        (await made.GitAsync("status", "--porcelain")).ShouldBeEmpty();
        return made;
    }

    private static async Task LintAsync(CreatedRepository made, int templates)
    {
        string[] found = [.. Directory.EnumerateFiles(made.Path("cdk.out"), "*.template.json")];
        found.Length.ShouldBe(templates);
        if (Tool.IsOnPath(Tool.CfnLint) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            (await made.RunAsync($"{Tool.CfnLint} {string.Join(' ', found.Select(file => $"\"{file}\""))}")).ShouldBeEmpty();
        }
        else
        {
            TestContext.Current.AddWarning("The templates are not linted: pip install cfn-lint");
        }
    }

    private async Task AcceptAsync(string template)
    {
        var made = await hive.NewAsync(template, NameOfTheSources);
        await made.RunAsync("dotnet test --environment UPDATE_SNAPSHOTS=1");
        foreach (var snapshot in made.Files.Where(file => file.EndsWith(".verified.json", StringComparison.Ordinal)))
        {
            File.Copy(made.Path(snapshot), TemplateHive.Source(template, snapshot), overwrite: true);
        }
    }

    [GeneratedRegex(@"Passed!\s+- Failed:\s+0, Passed:\s+[1-9]\d*, Skipped:\s+0,", RegexOptions.None, 1000)]
    private static partial Regex Passed();
}
