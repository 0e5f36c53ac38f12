namespace ServerlessPatterns.Events.Tests;

public sealed class TimeLimitsTests
{
    [Theory]
    [InlineData("1", 0.5)]
    [InlineData("3", 2.5)]
    [InlineData("30", 27)]
    [InlineData("100", 90)]
    [InlineData("900", 890)]
    public void From_TimeoutOfTheFunction_LeavesTimeForTheAnswer(string seconds, double expected) =>
        TimeLimits.From(seconds).ShouldBe(TimeSpan.FromSeconds(expected));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void From_Nothing_IsNoLimit(string? seconds) => TimeLimits.From(seconds).ShouldBeNull();

    [Theory]
    [InlineData("0")]
    [InlineData("901")]
    [InlineData("-1")]
    [InlineData("30s")]
    public void From_NoTimeoutOfLambda_Throws(string seconds) =>
        Should.Throw<InvalidOperationException>(() => TimeLimits.From(seconds))
            .Message.ShouldBe($"The environment variable FUNCTION_TIMEOUT_SECONDS is '{seconds}', not 1 to 900 seconds.");
}
