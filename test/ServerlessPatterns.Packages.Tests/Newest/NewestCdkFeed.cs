namespace ServerlessPatterns.Packages.Tests;

/// <summary>What the newest CDK needs and not every feed has, in a folder that later runs find again.</summary>
internal static class NewestCdkFeed
{
    public const string ConstructsVersion = "10.5.1";
    private const string CliAssetVersion = "2.2.292";

    /// <summary>Makes the feed where there is none. Without it the test is skipped, and fails where CI is set.</summary>
    /// <returns>The folder.</returns>
    public static async Task<string> MakeAsync(PackedPackages packages)
    {
        var feed = Path.Combine(BuildFacts.SourceFolder, "obj", "newest-cdk", $"constructs {ConstructsVersion}, asset {CliAssetVersion}");
        string[] files = [$"Constructs.{ConstructsVersion}.nupkg", $"Amazon.CDK.Asset.AwsCliV1.{CliAssetVersion}.nupkg"];
        if (files.All(file => File.Exists(Path.Combine(feed, file))))
        {
            return feed;
        }

        var start = packages.DescribeForApp(Tool.Node, BuildFacts.SourceFolder, [
            Path.Combine(BuildFacts.SourceFolder, "Newest", "newest-cdk-feed.mjs"),
            feed,
            $"constructs@{ConstructsVersion}",
            $"@aws-cdk/asset-awscli-v1@{CliAssetVersion}",
        ]);
        using var script = new ChildProcess(start);
        await script.Ended.WaitAsync(PackedPackages.TooLong);
        if (script.ExitCode != 0)
        {
            var message = $"The packages that CDK {BuildFacts.NewestCdkVersion} needs cannot be made here, which takes npm's registry: {script.Output}";
            Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), message);
            Assert.Fail(message);
        }

        return feed;
    }
}
