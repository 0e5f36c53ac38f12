using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using CdkEnvironment = Amazon.CDK.Environment;

namespace ServerlessPatterns.Tests.Delivery;

public sealed class GitHubDeployRoleChecksTests
{
    [Theory]
    [InlineData("octo-org/*")]
    [InlineData("octo-org/octo-*")]
    [InlineData("*/*")]
    [InlineData("*")]
    [InlineData("octo-org/octo-rep?")]
    [InlineData("octo-org")]
    [InlineData("octo-org/")]
    [InlineData("/octo-repo")]
    [InlineData("octo-org/..")]
    [InlineData("octo-org/octo-repo/more")]
    [InlineData("octo-org/octo-repo:ref")]
    [InlineData("octo-org@123456/octo-repo@456789")]
    [InlineData("https://github.com/octo-org/octo-repo")]
    [InlineData("octo-org/octo-repo\n")]
    [InlineData("octo-org/${aws:username}")]
    [InlineData("${Token[Repository.1]}")]
    [InlineData("")]
    public void Repository_OtherThanOneByName_IsRefused(string repository) =>
        ShouldBeRefused("SP2701", "Repository", _ => new() { Repository = repository, Branches = ["main"] });

    [Theory]
    [InlineData("octo_emu/Octo.Repo_2")]
    [InlineData("o/r")]
    [InlineData("octo-org/.github")]
    public void Repository_AsGitHubNamesThem_Passes(string repository) => Should.NotThrow(() => Synthesized.Stack(stack =>
        new GitHubDeployRole(stack, "Deploy", new() { Repository = repository, Branches = ["main"] })));

    [Theory]
    [InlineData(456789L, null)]
    [InlineData(null, 123456L)]
    [InlineData(0L, 123456L)]
    [InlineData(456789L, -1L)]
    public void RepositoryId_HalfOrNotPositive_IsRefused(long? repository, long? owner) => ShouldBeRefused("SP2702", "RepositoryId", _ => new()
    {
        Repository = "octo-org/octo-repo",
        RepositoryId = repository,
        RepositoryOwnerId = owner,
        Branches = ["main"],
    });

    [Fact]
    public void RepositoryId_OfEnterpriseServer_IsRefused() => ShouldBeRefused("SP2702", "RepositoryId", _ => new()
    {
        Repository = "octo-org/octo-repo",
        RepositoryId = 1,
        RepositoryOwnerId = 2,
        Branches = ["main"],
        IssuerUrl = new Uri("https://github.example.com/_services/token"),
    });

    [Fact]
    public void Trust_OfNothing_IsRefused() => ShouldBeRefused("SP2703", "Branches", _ => Requests.Deploy());

    [Theory]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("*/main")]
    [InlineData("")]
    [InlineData("refs/heads/main")]
    [InlineData("/main")]
    [InlineData("main/")]
    [InlineData("a//b")]
    [InlineData("a..b")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a?")]
    [InlineData("a[b]")]
    [InlineData("a\\b")]
    [InlineData("a@{1}")]
    [InlineData("${aws:username}")]
    [InlineData("${Token[Branch.1]}")]
    [InlineData("main\n")]
    [InlineData("-main")]
    [InlineData(".main")]
    [InlineData("main.lock")]
    [InlineData("main.")]
    [InlineData("hauptzweig-ä")]
    public void Branches_OtherThanANameOrAPatternThatBeginsWithOne_AreRefused(string branch)
    {
        ShouldBeRefused("SP2704", "Branches[1]", _ => Requests.Deploy(branches: ["main", branch]));
        ShouldBeRefused("SP2704", "Tags[0]", _ => Requests.Deploy(tags: [branch]));
        ShouldBeRefused("SP2704", "EnvironmentBranches[0]", _ => Requests.Deploy(environments: ["production"], environmentBranches: [branch]));
    }

    [Theory]
    [InlineData("main")]
    [InlineData("release/*")]
    [InlineData("v*.*.*")]
    [InlineData("feature/ABC-1_x#2")]
    [InlineData("dependabot/npm_and_yarn/@types/node")]
    public void Branches_AsGitNamesThem_Pass(string branch) =>
        Should.NotThrow(() => Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", Requests.Deploy(branches: [branch]))));

    [Theory]
    [InlineData("*")]
    [InlineData("prod*")]
    [InlineData("prod?")]
    [InlineData("")]
    [InlineData(" production")]
    [InlineData("production ")]
    [InlineData("pro\nduction")]
    [InlineData("${*}")]
    [InlineData("größe")]
    public void Environments_OtherThanAWholeName_AreRefused(string environment) =>
        ShouldBeRefused("SP2705", "Environments[0]", _ => Requests.Deploy(environments: [environment]));

    [Fact]
    public void EnvironmentBranches_WithoutEnvironments_AreRefused() =>
        ShouldBeRefused("SP2706", "EnvironmentBranches", _ => Requests.Deploy(branches: ["main"], environmentBranches: ["main"]));

    [Theory]
    [InlineData("http://token.actions.githubusercontent.com")]
    [InlineData("https://token.actions.githubusercontent.com:8443")]
    [InlineData("https://token.actions.githubusercontent.com/?a=b")]
    [InlineData("https://token.actions.githubusercontent.com/*")]
    [InlineData("https://user@token.actions.githubusercontent.com")]
    public void IssuerUrl_OtherThanHttpsAndAHost_IsRefused(string issuer) =>
        ShouldBeRefused("SP2707", "IssuerUrl", _ => new() { Repository = "octo-org/octo-repo", Branches = ["main"], IssuerUrl = new Uri(issuer) });

    [Fact]
    public void CreateOidcProvider_BesideAGivenOne_IsRefused() => ShouldBeRefused("SP2708", "CreateOidcProvider", stack => new()
    {
        Repository = "octo-org/octo-repo",
        Branches = ["main"],
        CreateOidcProvider = true,
        OidcProvider = OpenIdConnectProvider.FromOpenIdConnectProviderArn(stack, "Provider", "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"),
    });

    [Fact]
    public void CreateOidcProvider_ForTheSecondTimeInAStack_IsRefused() => ShouldBeRefused("SP2708", "CreateOidcProvider", stack =>
    {
        new GitHubDiffRole(stack, "Diff", new() { Repository = "octo-org/octo-repo", CreateOidcProvider = true });
        return new() { Repository = "octo-org/octo-repo", Branches = ["main"], CreateOidcProvider = true };
    });

    [Fact]
    public void CreateOidcProvider_ForAnotherIssuer_Passes() => Should.NotThrow(() => Synthesized.Stack(stack =>
    {
        new GitHubDiffRole(stack, "Diff", new() { Repository = "octo-org/octo-repo", CreateOidcProvider = true });
        new GitHubDiffRole(stack, "Other", new() { Repository = "octo-org/octo-repo", CreateOidcProvider = true, IssuerUrl = new Uri("https://token.actions.octocorp.ghe.com") });
    }));

    [Fact]
    public void Trust_LongerThanIamTakes_IsRefusedAndJustShorterPasses()
    {
        static string[] Environments(int count) => [.. Enumerable.Range(1, count).Select(number => $"production-{number:00}")];

        ShouldBeRefused("SP2709", "Branches", _ => Requests.Deploy(environments: Environments(40)));
        Should.NotThrow(() => Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", Requests.Deploy(environments: Environments(25)))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("elevenchars")]
    [InlineData("a*")]
    public void Qualifier_OtherThanBootstrapTakes_IsRefused(string qualifier) =>
        ShouldBeRefused("SP2710", "Qualifier", _ => new() { Repository = "octo-org/octo-repo", Branches = ["main"], Qualifier = qualifier });

    [Theory]
    [InlineData("12345678901", "eu-west-1", "BootstrappedEnvironments[0].Account")]
    [InlineData("*", "eu-west-1", "BootstrappedEnvironments[0].Account")]
    [InlineData("123456789012", "*", "BootstrappedEnvironments[0].Region")]
    [InlineData("123456789012", "eu-west", "BootstrappedEnvironments[0].Region")]
    public void BootstrappedEnvironments_OfNoAccountOrRegion_AreRefused(string account, string region, string property) =>
        ShouldBeRefused("SP2711", property, _ => new()
        {
            Repository = "octo-org/octo-repo",
            Branches = ["main"],
            BootstrappedEnvironments = [new CdkEnvironment { Account = account, Region = region }],
        });

    [Theory]
    [InlineData(0)]
    [InlineData(26)]
    public void BootstrappedEnvironments_NoneOrTooMany_AreRefused(int count) => ShouldBeRefused("SP2711", "BootstrappedEnvironments", _ => new()
    {
        Repository = "octo-org/octo-repo",
        Branches = ["main"],
        BootstrappedEnvironments = [.. Enumerable.Range(1, count).Select(number => new CdkEnvironment { Region = $"eu-west-{number}" })],
    });

    [Fact]
    public void BootstrappedEnvironments_KnownOnlyAtDeployment_Pass() => Should.NotThrow(() => Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", new()
    {
        Repository = "octo-org/octo-repo",
        Branches = ["main"],
        BootstrappedEnvironments = [new CdkEnvironment { Account = Aws.ACCOUNT_ID, Region = new CfnParameter(stack, "Region").ValueAsString }],
    })));

    [Fact]
    public void MaxSessionDuration_ThatIamDoesNotTake_IsRefused()
    {
        ShouldBeRefused("SP2712", "MaxSessionDuration", _ => new() { Repository = "octo-org/octo-repo", Branches = ["main"], MaxSessionDuration = Duration.Minutes(30) });
        ShouldBeRefused("SP2712", "MaxSessionDuration", _ => new() { Repository = "octo-org/octo-repo", Branches = ["main"], MaxSessionDuration = Duration.Hours(13) });
    }

    [Theory]
    [InlineData("")]
    [InlineData("deploy role")]
    [InlineData("path/deploy")]
    public void RoleName_ThatIamDoesNotTake_IsRefused(string name) =>
        ShouldBeRefused("SP2713", "RoleName", _ => new() { Repository = "octo-org/octo-repo", Branches = ["main"], RoleName = name });

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new GitHubDeployRole(stack, "Deploy", new() { Repository = "octo-org/*", CreateOidcProvider = true, Qualifier = "*" });
        }));

        thrown.Problems.Select(problem => problem.Code).ShouldBe(["SP2701", "SP2710", "SP2703"]);
        thrown.Message.ShouldContain("SP2701 Repository: \"octo-org/*\" was given; allowed: owner/name of one repository, in letters, digits, '-', '_' and '.', without a wildcard and known at synth. Give \"octo-org/octo-repo\", for instance; make a role for each repository.");
        made!.Node.FindChild("Deploy").Node.Children.ShouldBeEmpty();
    }

    private static void ShouldBeRefused(string code, string property, Func<Stack, GitHubDeployRoleProps> props)
    {
        var problem = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new GitHubDeployRole(stack, "Deploy", props(stack))))
            .Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Property).ShouldBe((code, property));
    }
}
