using System.Text.Json;
using Amazon.CDK.Assertions;
using PatternStarter.Infrastructure;

namespace PatternStarter.Tests;

public sealed class DeliveryStackTests
{
    private const string Repository = "repo:pattern-starter-owner/pattern-starter-repository:";

    private readonly DeliveryStack stack = Make();

    [Fact]
    public void Roles_TrustThisRepositoryAlone()
    {
        var roles = Template.FromStack(stack).FindResources("AWS::IAM::Role");

        Assert.Equal(2, roles.Count);
        Assert.All(roles.Values, role => Assert.Contains(Repository, JsonSerializer.Serialize(role), StringComparison.Ordinal));
    }

    [Fact]
    public void DeployRole_WorksInTheEnvironmentProduction() =>
        Assert.Contains($"{Repository}environment:production", TrustOf("Deploy"), StringComparison.Ordinal);

    [Fact]
    public void DiffRole_WorksOnPullRequests() =>
        Assert.Contains($"{Repository}pull_request", TrustOf("Diff"), StringComparison.Ordinal);

    private string TrustOf(string role) => JsonSerializer.Serialize(
        Template.FromStack(stack).FindResources("AWS::IAM::Role").Single(found => found.Key.StartsWith(role, StringComparison.Ordinal)).Value);

    private static DeliveryStack Make()
    {
        var app = new Amazon.CDK.App();
#if (fargate)
        return new DeliveryStack(app, "Delivery", new ImagesStack(app, "Images").Images);
#else
        return new DeliveryStack(app, "Delivery");
#endif
    }
}
