namespace ServerlessPatterns.Packages.Tests;

/// <summary>An app that installs the package has all patterns, and needs nothing else to synthesise them.</summary>
[Collection(EveryPatternApp.Collection)]
public sealed class EveryPatternTests(EveryPatternApp every)
{
    // Their functions are built by the user here, and published at synth in the gallery.
    private static readonly string[] StacksWithCodeOfTheUser = ["KinesisStream", "QueueProcessor", "ScheduledFunction", "TableStream"];

    [Fact]
    public void Build_OfTheApp_CallsNeitherNodeNorDocker() => every.CallsOfBuild.ShouldBeEmpty();

    [Fact]
    public void Synth_OfAllPatterns_CallsNothingButTheApp() => every.Synth.Calls.ShouldBe([ConsumerApp.OwnProcess]);

    [Fact]
    public void Templates_OfTheApp_AreThoseOfTheGalleryButForCodeOfTheUser()
    {
        var expected = StacksWithCodeOfTheUser.SelectMany(stack => every.Gallery.ByStack[stack]["Resources"]!.AsObject()
            .Where(resource => (string)resource.Value!["Type"]! == "AWS::Lambda::Function")
            .SelectMany(function => new[]
            {
                $"{stack}/Resources/{function.Key}/Metadata/aws:asset:path",
                $"{stack}/Resources/{function.Key}/Properties/Code/S3Key",
            }))
            .ToList();

        expected.Count.ShouldBe(2 * (StacksWithCodeOfTheUser.Length + 1));
        every.Templates.ByStack.Count.ShouldBeGreaterThan(12);
        every.Templates.DifferencesFrom(every.Gallery).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Synth_OfAllPatterns_WarnsOfNothingDeprecated() => Deprecations.ShouldBeThatOfTheApp(every.Synth.Output);

    /// <summary>What the other tests rest on: a publish would be seen.</summary>
    [Fact]
    public async Task Synth_OfAProject_IsSeenToPublish()
    {
        var synth = await every.App.SynthAsync("project");

        synth.ExitCode.ShouldNotBe(0);
        synth.Calls.ShouldContain(call => call.StartsWith("dotnet publish ", StringComparison.Ordinal));
    }
}
