using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>What docs/guide.md tells a new user to do, done as it stands there, from an empty folder.</summary>
public sealed partial class GuideTests(PackedPackages packages)
{
    [Fact]
    public async Task NewApp_AsTheGuideSays_Synthesises()
    {
        var folder = packages.NewApp("guide");
        var steps = Step().Matches(Repository.Read("docs/guide.md").ReplaceLineEndings("\n"));
        steps.Count.ShouldBe(4);
        foreach (Match step in steps)
        {
            if (step.Groups["file"].Success)
            {
                await File.WriteAllTextAsync(
                    Path.Combine(folder, step.Groups["file"].Value), step.Groups["text"].Value, TestContext.Current.CancellationToken);
                continue;
            }

            foreach (var command in step.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                folder = await RunAsync(folder, command.Split(' '));
            }
        }

        var template = await File.ReadAllTextAsync(
            Path.Combine(folder, "cdk.out", "Photos.template.json"), TestContext.Current.CancellationToken);
        var types = JsonNode.Parse(template)!["Resources"]!.AsObject().Select(resource => (string)resource.Value!["Type"]!).ToList();
        types.Count(type => type == "AWS::Lambda::Function").ShouldBe(1);
        types.Count(type => type == "AWS::DynamoDB::Table").ShouldBe(1);
        types.Count(type => type == "AWS::S3::Bucket").ShouldBe(3);
    }

    // Returns the folder of the next command. The version is the one change: a test's packages are prereleases.
    private async Task<string> RunAsync(string folder, string[] words)
    {
        switch (words)
        {
            case ["cd", var name]:
                return Path.Combine(folder, name);
            case ["dotnet", "add", "package", ..]:
                await packages.DotnetAsync(folder, [.. words[1..], "--version", packages.Version]);
                return folder;
            case ["dotnet", ..]:
                await packages.DotnetAsync(folder, words[1..]);
                return folder;
            case ["npx", ..]:
                Tool.Require(Tool.Npx, "npm, which comes with Node.js, https://nodejs.org");
                await PackedPackages.RunAsync(packages.DescribeForApp(Tool.Npx, folder, words[1..]));
                return folder;
            default:
                throw new InvalidOperationException($"The test does not know how to run: {string.Join(' ', words)}");
        }
    }

    [GeneratedRegex("^<!-- test: new app(?:, (?<file>[A-Za-z.]+))? -->\n```[a-z]+\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Step();
}
