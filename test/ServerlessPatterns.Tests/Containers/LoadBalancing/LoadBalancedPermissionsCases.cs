using System.Text.Json.Nodes;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>What the roles of both kinds of service may do alike.</summary>
public abstract class LoadBalancedPermissionsCases : LoadBalancedServiceTests
{
    [Fact]
    public void Roles_ByDefault_StartTheTaskAndNothingElse()
    {
        var template = Synthesize(ServiceInput.Minimal);

        var statements = Statements(template, "TaskExecutionRole");
        statements.Select(Actions).ShouldBe(
        [
            "logs:CreateLogStream, logs:PutLogEvents",
            "ecr:BatchCheckLayerAvailability, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer",
            "ecr:GetAuthorizationToken",
        ]);
        template.All("AWS::IAM::Policy").Keys.ShouldNotContain(id => id.Contains("TaskTaskRole", StringComparison.Ordinal));
        template.All("AWS::IAM::Role").Values.ShouldAllBe(role => role["Properties"]!["ManagedPolicyArns"] == null);
    }

    [Fact]
    public void Grants_ToTheService_AreTheTaskRoles()
    {
        var template = Synthesized.Stack(stack => new Queue(stack, "Queue").GrantSendMessages((IGrantable)Make(stack, "Shop", ServiceInput.Minimal(stack))));

        template.Properties("AWS::IAM::Policy", "TaskTaskRole")["Roles"]!.AsArray().Single().Target().ShouldContain("TaskTaskRole");
        Actions(Statements(template, "TaskTaskRole").Single()).ShouldContain("sqs:SendMessage");
    }

    [Fact]
    public void Service_WaitsForItsPermissions()
    {
        var template = Synthesize(ServiceInput.Minimal);

        var policy = template.All("AWS::IAM::Policy").Keys.Single(id => id.Contains("ExecutionRole", StringComparison.Ordinal));
        template.Single("AWS::ECS::Service")["DependsOn"]!.AsArray().Select(other => (string?)other).ShouldContain(policy);
    }

    private protected static List<JsonNode> Statements(Synthesized template, string idPart) =>
        [.. template.Properties("AWS::IAM::Policy", idPart)["PolicyDocument"]!["Statement"]!.AsArray().Select(statement => statement!)];

    private protected static string Actions(JsonNode statement) => statement["Action"] is JsonArray several
        ? string.Join(", ", several.Select(action => (string?)action))
        : (string)statement["Action"]!;
}
