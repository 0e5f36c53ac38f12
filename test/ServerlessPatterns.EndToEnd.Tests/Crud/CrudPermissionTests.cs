namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The calls that the deployed function makes, held against the policies of its deployed role.</summary>
public sealed class CrudPermissionTests(CrudDeployment deployment) : CrudTests(deployment)
{
    /// <summary>What Lambda itself does with the role, and no call of the handler shows.</summary>
    private static readonly string[] ForLambda =
        ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    [Fact]
    public async Task Role_CallsOfEveryOperation_AreAllowedAndNothingIsToSpare()
    {
        await RunEveryOperationAsync();

        await Deployment.Running.CheckPermissionsAsync(ForLambda);
    }

    [Fact]
    public async Task Role_CallsOutsideOfThePattern_AreRefused()
    {
        var policy = await Deployment.Running.ReadPolicyAsync();

        // First that the ARN is right at all.
        policy.Allows("dynamodb:PutItem", TableArn).ShouldBeTrue();

        string[] actions = ["BatchWriteItem", "DeleteTable", "DescribeTable", "Query", "UpdateItem", "UpdateTable"];
        actions.ShouldAllBe(action => !policy.Allows($"dynamodb:{action}", TableArn));
        string[] resources = [$"{TableArn}-of-somebody-else", $"{TableArn}/index/by-customer", $"{TableArn}/stream/2026", "*"];
        resources.ShouldAllBe(resource => !policy.Allows("dynamodb:GetItem", resource));
        policy.Allows("s3:GetObject", "arn:aws:s3:::bucket/key").ShouldBeFalse();
        policy.Allows("logs:PutLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:another:*").ShouldBeFalse();
    }

    private async Task RunEveryOperationAsync()
    {
        var (id, _) = await CreateAsync();
        await SendAsync("GET", Item(id));
        await SendAsync("GET", "/orders");
        await SendAsync("PUT", Item(id), """{"customer":"Bob"}""");
        await SendAsync("PATCH", Item(id), """{"quantity":2}""");
        (await SendAsync("DELETE", Item(id))).ShouldBe(204);
    }
}
