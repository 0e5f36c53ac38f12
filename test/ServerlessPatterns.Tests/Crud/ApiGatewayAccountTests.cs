namespace ServerlessPatterns.Tests.Crud;

public sealed class ApiGatewayAccountTests
{
    [Fact]
    public void Account_OfTwoApis_IsMadeOnceAndStays()
    {
        var template = Synthesized.Stack(stack =>
        {
            var orders = new CrudRestApi(stack, "Orders", new() { ResourceName = "orders" });
            var lines = new CrudRestApi(stack, "Lines", new() { ResourceName = "lines" });
            lines.Account.ShouldBe(orders.Account);
        });

        var (id, account) = template.All("AWS::ApiGateway::Account").Single();
        var (roleId, role) = template.All("AWS::IAM::Role").Single(pair => pair.Key.StartsWith("ServerlessPatternsApiGatewayAccount", StringComparison.Ordinal));
        account["Properties"]!["CloudWatchRoleArn"].Target().ShouldBe(roleId);
        role["Properties"]!["ManagedPolicyArns"].ShouldBeNull();
        role["Properties"]!["AssumeRolePolicyDocument"]!["Statement"].ShouldBeJson(
            """[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"}}]""");
        role["Properties"]!["Policies"]!.AsArray().Count.ShouldBe(1, "API Gateway looks at it the moment it gets it");
        ((string?)account["DeletionPolicy"]).ShouldBe("Retain");
        ((string?)role["DeletionPolicy"]).ShouldBe("Retain");

        template.All("AWS::ApiGateway::Stage").Values.ShouldAllBe(stage =>
            stage["DependsOn"]!.AsArray().Any(other => (string?)other == id));
    }

    [Fact]
    public void AccountLogging_Existing_MakesNoRole()
    {
        var template = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new()
        {
            ResourceName = "orders",
            AccountLogging = ApiAccountLogging.Existing,
        }));

        template.All("AWS::ApiGateway::Account").ShouldBeEmpty();
        template.All("AWS::IAM::Role").Count.ShouldBe(1);
    }
}
