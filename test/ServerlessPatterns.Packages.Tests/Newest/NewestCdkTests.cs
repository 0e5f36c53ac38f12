namespace ServerlessPatterns.Packages.Tests;

/// <summary>The library, compiled against the oldest CDK, runs in an app with the newest.</summary>
[Collection(EveryPatternApp.Collection)]
public sealed class NewestCdkTests(EveryPatternApp oldest, NewestCdkApp newest) : IClassFixture<NewestCdkApp>
{
    [Fact]
    public async Task Resources_OfAllPatterns_AreThoseOfTheOldestCdk() =>
        (await newest.Synth).Templates.Resources.ShouldBe(oldest.Templates.Resources, ignoreOrder: true);

    [Fact]
    public async Task Synth_OfAllPatterns_WarnsOfNothingDeprecated() =>
        Deprecations.ShouldBeThatOfTheApp((await newest.Synth).Output);
}
