using System.Text.Json.Nodes;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedEc2ServicePermissionsTests : LoadBalancedPermissionsCases
{
    [Fact]
    public void HostRole_ByDefault_ServesItsClusterAndNoOther()
    {
        var template = Synthesize(ServiceInput.Minimal);

        var statements = Statements(template, "HostRole");
        statements.Select(Actions).ShouldBe(
        [
            "ecs:DeregisterContainerInstance, ecs:RegisterContainerInstance, ecs:SubmitAttachmentStateChanges, ecs:SubmitContainerStateChange, ecs:SubmitTaskStateChange",
            "ecs:Poll, ecs:StartTelemetrySession, ecs:UpdateContainerInstancesState",
            "ecs:DiscoverPollEndpoint",
        ]);
        var cluster = template.All("AWS::ECS::Cluster").Keys.Single();
        statements[0]["Resource"].ShouldBeJson($$"""{"Fn::GetAtt":["{{cluster}}","Arn"]}""");
        var instances = statements[1]["Resource"]!["Fn::Join"]![1]!.AsArray();
        instances.Select(part => part is JsonObject reference ? reference.Target() : (string)part!).TakeLast(3)
            .ShouldBe([":container-instance/", cluster, "/*"]);
        ((string?)statements[2]["Resource"]).ShouldBe("*");
        template.Properties("AWS::IAM::InstanceProfile")["Roles"]!.AsArray().Single().Target().ShouldContain("HostRole");
    }

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => Ec2Kind.Make(scope, id, input);
}
