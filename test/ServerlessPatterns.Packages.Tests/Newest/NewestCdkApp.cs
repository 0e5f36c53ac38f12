namespace ServerlessPatterns.Packages.Tests;

/// <summary>The same app with the newest CDK, made when the first test asks for it.</summary>
public sealed class NewestCdkApp
{
    private readonly Lazy<Task<(Templates Templates, string Output)>> synth;

    public NewestCdkApp(PackedPackages packages) => synth = new(() => SynthAsync(packages));

    internal Task<(Templates Templates, string Output)> Synth => synth.Value;

    private static async Task<(Templates Templates, string Output)> SynthAsync(PackedPackages packages)
    {
        var feed = await NewestCdkFeed.MakeAsync(packages);
        var app = new ConsumerApp(packages, "newest CDK");
        await app.BuildAsync(
            feed, "--framework", "net10.0", $"-p:CdkVersion={BuildFacts.NewestCdkVersion}", $"-p:ConstructsVersion={NewestCdkFeed.ConstructsVersion}");
        var made = await app.SynthAsync();
        made.ExitCode.ShouldBe(0, made.Output);
        return (app.Templates, made.Output);
    }
}
