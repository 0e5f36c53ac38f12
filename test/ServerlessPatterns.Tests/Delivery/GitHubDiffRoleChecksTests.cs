using Amazon.CDK;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDiffRoleChecksTests
{
    [Theory]
    [InlineData("octo-org/*")]
    [InlineData("*")]
    [InlineData("octo-org")]
    public void Repository_OtherThanOneByName_IsRefused(string repository) =>
        Codes(() => new() { Repository = repository }).ShouldBe(["SP2701"]);

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnce() => Codes(() => new()
    {
        Repository = "octo-org/octo-repo",
        RepositoryId = 456789,
        IssuerUrl = new Uri("http://token.actions.githubusercontent.com"),
        Qualifier = string.Empty,
        BootstrappedEnvironments = [],
        MaxSessionDuration = Duration.Minutes(59),
        RoleName = "a b",
    }).ShouldBe(["SP2702", "SP2707", "SP2710", "SP2711", "SP2712", "SP2713"]);

    private static IEnumerable<string> Codes(Func<GitHubDiffRoleProps> props) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", props())))
            .Problems.Select(problem => problem.Code);
}
