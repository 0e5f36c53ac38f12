using Amazon.CDK.Assertions;
using PatternStarter.Infrastructure;
using ServerlessPatterns.Testing;

namespace PatternStarter.Tests;

public sealed class WebStackTests
{
    private readonly WebStack stack = Make();

    /// <summary>The whole template: whatever changes in it shows here, and says what it does to the deployed stack.</summary>
    [Fact]
    public void Template_IsAsAccepted() => TemplateSnapshot.Verify(stack);

    [Fact]
    public void LoadBalancer_IsReachableFromWithinItsNetworkAlone() =>
        Template.FromStack(stack).HasResourceProperties("AWS::ElasticLoadBalancingV2::LoadBalancer", new Dictionary<string, object>
        {
            ["Scheme"] = "internal",
        });

    [Fact]
    public void Tasks_HaveNoPublicAddress_AndADeploymentThatFailsIsTakenBack() =>
        Template.FromStack(stack).HasResourceProperties("AWS::ECS::Service", new Dictionary<string, object>
        {
            ["NetworkConfiguration"] = new Dictionary<string, object>
            {
                ["AwsvpcConfiguration"] = Match.ObjectLike(new Dictionary<string, object> { ["AssignPublicIp"] = "DISABLED" }),
            },
            ["DeploymentConfiguration"] = Match.ObjectLike(new Dictionary<string, object>
            {
                ["DeploymentCircuitBreaker"] = new Dictionary<string, object> { ["Enable"] = true, ["Rollback"] = true },
            }),
        });

    [Fact]
    public void TargetGroup_AsksThePathThatTheAppAnswers() =>
        Template.FromStack(stack).HasResourceProperties("AWS::ElasticLoadBalancingV2::TargetGroup", new Dictionary<string, object>
        {
            ["HealthCheckPath"] = "/health",
            ["Port"] = 8080,
        });

    [Fact]
    public void Container_CannotWriteToItsOwnFiles() =>
        Template.FromStack(stack).HasResourceProperties("AWS::ECS::TaskDefinition", new Dictionary<string, object>
        {
            ["ContainerDefinitions"] = new object[]
            {
                Match.ObjectLike(new Dictionary<string, object> { ["ReadonlyRootFilesystem"] = true }),
            },
        });

    private static WebStack Make()
    {
        var app = new Amazon.CDK.App();
        return new WebStack(app, "Web", new ImagesStack(app, "Images").Images.Repository, "1.0.0");
    }
}
