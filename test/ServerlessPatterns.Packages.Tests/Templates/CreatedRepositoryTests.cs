using System.Text.RegularExpressions;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>What a template makes, used as its README says.</summary>
public sealed partial class CreatedRepositoryTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    // The name that the sources have, so that what is accepted in a repository made with it is what they hold.
    private const string NameOfTheSources = "PatternStarter";

    private static readonly string[] RolesForGitHub = ["--github-repository", "acme/Photos", "--github-repository-id", "901", "--github-owner-id", "17"];

    [Fact]
    public Task Thumbnails_TheReadme_LeadsToGreenTestsAndTemplates() =>
        FollowReadmeAsync("serverless-thumbnails", "My-Shop.Photos 2", ["My-Shop-Photos-2", "My-Shop-Photos-2-Delivery"], RolesForGitHub);

    [Fact]
    public Task Fargate_TheReadme_LeadsToGreenTestsAndTemplates() =>
        FollowReadmeAsync("serverless-fargate", "2nd Shop", ["App-2nd-Shop", "App-2nd-Shop-Delivery", "App-2nd-Shop-Images"], RolesForGitHub);

    [Fact]
    public Task Cron_TheReadme_LeadsToGreenTestsAndTemplates() =>
        FollowReadmeAsync("serverless-cron", "Größe.Nightly", ["Gr-e-Nightly"]);

    [Fact]
    public async Task Crud_TheReadme_LeadsToGreenTestsAndTemplates_ThatFailWhenTheStackChanges()
    {
        // The name of a type of the CDK, as namespaces may have it.
        if (await FollowReadmeAsync("serverless-crud", "App", ["App"]) is not { } made)
        {
            return;
        }

        made.Replace("src/App.Infrastructure/ApiStack.cs", "Access = ApiAccess.Iam(),", "Access = ApiAccess.Public(),");

        var output = await made.RunToFailureAsync("dotnet test");

        output.ShouldContain("differs from its snapshot ApiStackTests.Template_IsAsAccepted.verified.json");
        output.ShouldContain("AuthorizationType");
        output.ShouldContain("Routes_All_AskForASignature");
    }

    private async Task<CreatedRepository?> FollowReadmeAsync(string template, string name, string[] stacks, string[]? options = null)
    {
        if (ApprovedText.IsAccepting)
        {
            await AcceptAsync(template);
            return null;
        }

        Tool.Require(Tool.Git, "https://git-scm.com");
        Tool.Require(Tool.Npx, "npm, which comes with Node.js, https://nodejs.org");
        var made = await hive.NewAsync(template, name, options ?? []);
        await made.GitAsync("init", "--quiet");
        await made.GitAsync("add", "--all");
        await made.GitAsync("commit", "--quiet", "--message", "new");

        var tests = 0;
        foreach (var command in made.Commands)
        {
            var output = await made.RunAsync(command);
            tests += Passed().Count(output);
            Warning().Matches(output).ShouldBeEmpty($"{command}\n{output}");
        }

        tests.ShouldBe(2, "The tests are run, and run once more to accept templates.");
        await LintAsync(made, stacks);
        (await made.GitAsync("status", "--porcelain")).ShouldBeEmpty();
        return made;
    }

    private static async Task LintAsync(CreatedRepository made, string[] stacks)
    {
        string[] found = [.. Directory.EnumerateFiles(made.Path("cdk.out"), "*.template.json")];
        found.Select(file => Path.GetFileName(file).Split('.')[0]).ShouldBe(stacks, ignoreOrder: true);
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

    // Of the compiler, and of the CDK.
    [GeneratedRegex(@": warning |^\[(W|w)arning", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Warning();

    [GeneratedRegex(@"Passed!\s+- Failed:\s+0, Passed:\s+[1-9]\d*, Skipped:\s+0,", RegexOptions.None, 1000)]
    private static partial Regex Passed();
}
