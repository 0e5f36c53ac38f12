using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiPermissionsTests
{
    [Theory]
    [MemberData(nameof(CrudPermissionCases.All), MemberType = typeof(CrudPermissionCases))]
    public void Operations_AreTheRoutesAndThePermissionsAndNothingElse(CrudOperations operations, string? sortKey, string calls, string routes)
    {
        var template = Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new()
        {
            ResourceName = "orders",
            Operations = operations,
            SortKeyName = sortKey,
        }));

        string.Join(", ", HttpRouteKeys.Of(template)).ShouldBe(routes);
        CrudPermissionCases.ShouldAllowOnly(template, calls);
    }

    [Fact]
    public void ApiAndGrantee_OfTheApi_ReachItsRoutesOnly() => CrudPermissionCases.ShouldBeOnTheRoutesOnly(
        Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }).GrantInvoke(new User(stack, "Clerk"))),
        "*");
}
