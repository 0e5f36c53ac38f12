using Amazon.CDK.Assertions;
using PatternStarter.Infrastructure;
using ServerlessPatterns.Testing;

namespace PatternStarter.Tests;

public sealed class ApiStackTests
{
    // The name differs from the deployed one: a template does not depend on it.
    private readonly ApiStack stack = new(new Amazon.CDK.App(), "Api");

    /// <summary>The whole template: whatever changes in it shows here, and says what it does to the deployed stack.</summary>
    [Fact]
    public void Template_IsAsAccepted() => TemplateSnapshot.Verify(stack);

    [Fact]
    public void Routes_All_AskForASignature() =>
        Template.FromStack(stack).AllResourcesProperties("AWS::ApiGatewayV2::Route", new Dictionary<string, object>
        {
            ["AuthorizationType"] = "AWS_IAM",
        });

    [Theory]
    [InlineData("POST /orders")]
    [InlineData("GET /orders")]
    [InlineData("GET /orders/{id}")]
    [InlineData("PUT /orders/{id}")]
    [InlineData("PATCH /orders/{id}")]
    [InlineData("DELETE /orders/{id}")]
    public void Routes_EachOperation_HasOne(string key) =>
        Template.FromStack(stack).HasResourceProperties("AWS::ApiGatewayV2::Route", new Dictionary<string, object> { ["RouteKey"] = key });

    [Fact]
    public void Table_StaysWhenTheStackGoes_AndCanBeRestored() =>
        Template.FromStack(stack).HasResource("AWS::DynamoDB::Table", new Dictionary<string, object>
        {
            ["DeletionPolicy"] = "RetainExceptOnCreate",
            ["UpdateReplacePolicy"] = "Retain",
            ["Properties"] = Match.ObjectLike(new Dictionary<string, object>
            {
                ["PointInTimeRecoverySpecification"] = Match.ObjectLike(new Dictionary<string, object> { ["PointInTimeRecoveryEnabled"] = true }),
            }),
        });
}
