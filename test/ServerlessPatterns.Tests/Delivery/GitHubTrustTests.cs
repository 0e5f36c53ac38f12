namespace ServerlessPatterns.Tests.Delivery;

/// <summary>Which tokens a role lets in, and which near misses it does not.</summary>
public sealed class GitHubTrustTests
{
    private const string Names = "repo:octo-org/octo-repo:";
    private const string Ids = "repo:octo-org@123456/octo-repo@456789:";

    private static readonly (string Name, string Value) Id = ("repository_id", "456789");
    private static readonly (string Name, string Value) OtherId = ("repository_id", "456790");

    private static readonly TrustPolicy Main = Deploy(Requests.Deploy(branches: ["main"]));
    private static readonly TrustPolicy Mixed = Deploy(Requests.Deploy(branches: ["main", "release/*"], tags: ["v*"], environments: ["production", "Production:V1"]));
    private static readonly TrustPolicy MainById = Deploy(Requests.Deploy(branches: ["main"], byId: true));
    private static readonly TrustPolicy Environment = Deploy(Requests.Deploy(environments: ["production"], environmentBranches: ["main", "hotfix/*"], byId: true));
    private static readonly TrustPolicy Diff = TrustPolicy.Of(Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", Requests.Diff())));
    private static readonly TrustPolicy DiffById = TrustPolicy.Of(Synthesized.Stack(stack => new GitHubDiffRole(stack, "Diff", Requests.Diff(byId: true))));

    /// <summary>Subjects that nothing here means.</summary>
    public static TheoryData<string> Strangers =>
    [
        $"{Names}pull_request",
        $"{Ids}pull_request",
        $"{Names}ref:refs/heads/main-evil",
        $"{Names}ref:refs/heads/evil/main",
        $"{Names}ref:refs/heads/Main",
        $"{Names}ref:refs/heads/main:environment:production",
        $"{Names}ref:refs/heads/v1.0",
        $"{Names}ref:refs/heads/production",
        $"{Names}ref:refs/tags/main",
        $"{Names}ref:refs/tags/release/1",
        $"{Names}ref:refs/pull/7/merge",
        $"{Names}environment:main",
        $"{Names}environment:Production",
        $"{Names}environment:production-evil",
        $"{Names}environment:release/1",
        $"{Names}environment:ref%3Arefs/heads/main",
        "repo:octo-org/octo-repo",
        "repo:octo-org/octo-repo-evil:ref:refs/heads/main",
        "repo:octo-org/other:ref:refs/heads/main",
        "repo:octo-org-evil/octo-repo:ref:refs/heads/main",
        "repo:somebody/octo-repo:ref:refs/heads/main",
        "repo:Octo-Org/octo-repo:ref:refs/heads/main",
        "repo:octo-org@123456/octo-repo:ref:refs/heads/main",
        "repo:octo-org/octo-repo@456789:ref:refs/heads/main",
        "repo:octo-org@654321/octo-repo@456789:ref:refs/heads/main",
        "repo:octo-org@123456/octo-repo@4567890:ref:refs/heads/main",
        "repo:evil@1/octo-repo@456789:ref:refs/heads/main",
        "repository:octo-org/octo-repo:ref:refs/heads/main",
        "",
    ];

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Role_ASubjectThatIsNotMeant_IsNotTrusted(string subject)
    {
        foreach (var policy in new[] { Main, Mixed, MainById, Environment })
        {
            policy.Trusts(subject).ShouldBeFalse();
            policy.Trusts(subject, OtherId, ("ref", "refs/heads/main")).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("ref:refs/heads/main")]
    [InlineData("ref:refs/heads/release/1")]
    [InlineData("ref:refs/heads/release/1/2")]
    [InlineData("ref:refs/tags/v1.0.0")]
    [InlineData("environment:production")]
    [InlineData("environment:Production%3AV1")]
    public void Role_ASubjectThatIsMeant_IsTrusted(string context) => Mixed.Trusts($"{Names}{context}").ShouldBeTrue();

    [Theory]
    [InlineData("ref:refs/heads/release")]
    [InlineData("ref:refs/heads/x/release/1")]
    [InlineData("ref:refs/tags/1.0.0")]
    [InlineData("environment:Production:V1")]
    [InlineData("environment:production/v1")]
    public void Role_ASubjectBesideAPattern_IsNotTrusted(string context) => Mixed.Trusts($"{Names}{context}").ShouldBeFalse();

    [Fact]
    public void Role_OneBranch_TrustsNoReleaseBranch() => Main.Trusts($"{Names}ref:refs/heads/release/x").ShouldBeFalse();

    [Fact]
    public void Role_AnotherAudience_IsNotTrusted()
    {
        Main.Trusts($"{Names}ref:refs/heads/main").ShouldBeTrue();
        Main.Trusts($"{Names}ref:refs/heads/main", ("aud", "https://github.com/octo-org")).ShouldBeFalse();
        Mixed.Trusts($"{Names}ref:refs/heads/main", ("aud", "sts.amazonaws.com.evil")).ShouldBeFalse();
        MainById.Trusts($"{Ids}ref:refs/heads/main", ("aud", "sigstore")).ShouldBeFalse();
        Diff.Trusts($"{Names}pull_request", ("aud", "sigstore")).ShouldBeFalse();
    }

    [Fact]
    public void Role_AnotherIssuer_IsNotTrusted() =>
        TrustPolicy.Of(Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", Requests.Deploy(branches: ["main"]))), "token.actions.githubusercontent.com/evil")
            .Trusts($"{Names}ref:refs/heads/main").ShouldBeFalse();

    [Fact]
    public void Role_WithoutNumbers_DoesNotKnowTheSubjectThatHasThem() => Main.Trusts($"{Ids}ref:refs/heads/main", Id).ShouldBeFalse();

    [Fact]
    public void Role_WithNumbers_TrustsTheSubjectThatHasThem()
    {
        MainById.Trusts($"{Ids}ref:refs/heads/main").ShouldBeTrue();
        MainById.Trusts($"{Ids}ref:refs/heads/main", Id).ShouldBeTrue();
        MainById.Trusts($"{Ids}pull_request", Id).ShouldBeFalse();
    }

    [Fact]
    public void Role_WithNumbers_TrustsTheNamesOfThatRepositoryOnly()
    {
        MainById.Trusts($"{Names}ref:refs/heads/main", Id).ShouldBeTrue();
        MainById.Trusts($"{Names}ref:refs/heads/main", OtherId).ShouldBeFalse();
        MainById.Trusts($"{Names}ref:refs/heads/main").ShouldBeFalse();
    }

    [Theory]
    [InlineData("refs/heads/main", true)]
    [InlineData("refs/heads/hotfix/1", true)]
    [InlineData("refs/heads/main-evil", false)]
    [InlineData("refs/heads/feature", false)]
    [InlineData("refs/tags/main", false)]
    [InlineData("refs/pull/7/merge", false)]
    [InlineData(null, false)]
    public void EnvironmentBranches_AJobOfTheEnvironment_IsTrustedFromThemOnly(string? from, bool trusted)
    {
        (string Name, string Value)[] claims = from is null ? [Id] : [Id, ("ref", from)];

        Environment.Trusts($"{Ids}environment:production", claims).ShouldBe(trusted);
        Environment.Trusts($"{Names}environment:production", claims).ShouldBe(trusted);
        Environment.Trusts($"{Ids}environment:staging", claims).ShouldBeFalse();
        Environment.Trusts($"{Ids}ref:{from}", claims).ShouldBeFalse();
    }

    [Fact]
    public void EnvironmentBranches_BesideBranches_LeaveThoseAlone()
    {
        var policy = Deploy(Requests.Deploy(branches: ["dev"], environments: ["production"], environmentBranches: ["main"]));

        policy.Trusts($"{Names}ref:refs/heads/dev", ("ref", "refs/heads/dev")).ShouldBeTrue();
        policy.Trusts($"{Names}environment:production", ("ref", "refs/heads/dev")).ShouldBeFalse();
        policy.Trusts($"{Names}ref:refs/heads/main", ("ref", "refs/heads/main")).ShouldBeFalse();
    }

    [Fact]
    public void DiffRole_PullRequestsOfTheRepository_AreTrusted()
    {
        Diff.Trusts($"{Names}pull_request").ShouldBeTrue();
        DiffById.Trusts($"{Ids}pull_request").ShouldBeTrue();
        DiffById.Trusts($"{Names}pull_request", Id).ShouldBeTrue();
        DiffById.Trusts($"{Names}pull_request", OtherId).ShouldBeFalse();
    }

    [Theory]
    [InlineData("repo:octo-org/octo-repo:ref:refs/heads/main")]
    [InlineData("repo:octo-org/octo-repo:environment:production")]
    [InlineData("repo:octo-org/octo-repo:environment:pull_request")]
    [InlineData("repo:octo-org/octo-repo:ref:refs/heads/pull_request")]
    [InlineData("repo:octo-org/octo-repo:pull_request_target")]
    [InlineData("repo:octo-org/octo-repo-evil:pull_request")]
    [InlineData("repo:fork/octo-repo:pull_request")]
    [InlineData("repo:octo-org@654321/octo-repo@456789:pull_request")]
    public void DiffRole_AnyOtherSubject_IsNotTrusted(string subject)
    {
        Diff.Trusts(subject).ShouldBeFalse();
        DiffById.Trusts(subject).ShouldBeFalse();
    }

    private static TrustPolicy Deploy(GitHubDeployRoleProps props) =>
        TrustPolicy.Of(Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", props)));
}
