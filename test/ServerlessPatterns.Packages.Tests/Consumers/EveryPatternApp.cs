namespace ServerlessPatterns.Packages.Tests;

/// <summary>The app of a user, and the gallery's templates as this repository makes them.</summary>
public sealed class EveryPatternApp(PackedPackages packages) : IAsyncLifetime
{
    /// <summary>The tests that share it.</summary>
    public const string Collection = "apps with every pattern";

    internal ConsumerApp App { get; } = new(packages, "every pattern");

    internal IReadOnlyList<string> CallsOfBuild { get; private set; } = [];

    internal ConsumerApp.Synth Synth { get; private set; } = null!;

    internal Templates Templates { get; private set; } = null!;

    internal Templates Gallery { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        CallsOfBuild = await App.BuildAsync();
        Synth = await App.SynthAsync();
        Synth.ExitCode.ShouldBe(0, Synth.Output);
        Templates = App.Templates;
        Gallery = await SynthGalleryAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Templates> SynthGalleryAsync()
    {
        var folder = packages.NewApp("gallery");

        // Not as an app that installs packages: it publishes the functions of examples/ where they are.
        var start = packages.Describe(Tool.Npx, folder, ["--yes", Tool.CdkCli, .. ConsumerApp.SynthArguments]);
        start.Environment["CDK_APP"] = $"dotnet \"{BuildFacts.ExampleAssembly("Gallery")}\"";
        await PackedPackages.RunAsync(start);
        return new Templates(Path.Combine(folder, "cdk.out"));
    }
}

[CollectionDefinition(EveryPatternApp.Collection)]
public sealed class EveryPatternTestsShare : ICollectionFixture<EveryPatternApp>;
