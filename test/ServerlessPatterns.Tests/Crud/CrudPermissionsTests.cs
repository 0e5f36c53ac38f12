using System.Text.Json.Nodes;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudPermissionsTests
{
    [Theory]
    [InlineData(CrudOperations.Create, null, "PutItem", "POST /orders")]
    [InlineData(CrudOperations.Read, null, "GetItem", "GET /orders/{id}")]
    [InlineData(CrudOperations.List, null, "Scan", "GET /orders")]
    [InlineData(CrudOperations.Replace, null, "PutItem", "PUT /orders/{id}")]
    [InlineData(CrudOperations.Update, null, "GetItem PutItem", "PATCH /orders/{id}")]
    [InlineData(CrudOperations.Delete, null, "DeleteItem", "DELETE /orders/{id}")]
    [InlineData(CrudOperations.All, null, "DeleteItem GetItem PutItem Scan", "DELETE /orders/{id}, GET /orders, GET /orders/{id}, PATCH /orders/{id}, POST /orders, PUT /orders/{id}")]
    [InlineData(CrudOperations.Create, "line", "PutItem", "POST /orders, POST /orders/{id}")]
    [InlineData(CrudOperations.Read, "line", "GetItem", "GET /orders/{id}/{sort}")]
    [InlineData(CrudOperations.List, "line", "Query", "GET /orders/{id}")]
    [InlineData(CrudOperations.All, "line", "DeleteItem GetItem PutItem Query", "DELETE /orders/{id}/{sort}, GET /orders/{id}, GET /orders/{id}/{sort}, PATCH /orders/{id}/{sort}, POST /orders, POST /orders/{id}, PUT /orders/{id}/{sort}")]
    public void Operations_AreTheRoutesAndThePermissionsAndNothingElse(CrudOperations operations, string? sortKey, string calls, string routes)
    {
        var rest = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new() { ResourceName = "orders", Operations = operations, SortKeyName = sortKey }));
        var http = Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders", Operations = operations, SortKeyName = sortKey }));

        string.Join(", ", RestRoutes.Of(rest)).ShouldBe(routes);
        string.Join(", ", HttpRouteKeys.Of(http)).ShouldBe(routes);
        foreach (var template in new[] { rest, http })
        {
            var statements = template.Properties("AWS::IAM::Policy", "OrdersFunction")["PolicyDocument"]!["Statement"]!.AsArray();
            statements.Count.ShouldBe(3, "logs, traces and the table");
            Calls(statements[2]!).ShouldBe(calls);
            statements[2]!["Resource"].ShouldBeJson(
                $$"""{"Fn::GetAtt":["{{template.All("AWS::DynamoDB::Table").Keys.Single()}}","Arn"]}""");
            template.All("AWS::IAM::Role").Values.ShouldAllBe(role => role["Properties"]!["ManagedPolicyArns"] == null);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Api_MayCallTheFunctionForItsRoutesOnly(bool isRest)
    {
        var template = Make(isRest);
        var permissions = template.All("AWS::Lambda::Permission").Values.Select(permission => permission["Properties"]!).ToList();

        permissions.ShouldAllBe(permission => (string?)permission["Principal"] == "apigateway.amazonaws.com");
        permissions.Select(permission => Below(permission["SourceArn"]!)).Order(StringComparer.Ordinal).ShouldBe(Expected(isRest));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GrantInvoke_ForAUser_IsOnTheRoutesOnly(bool isRest)
    {
        var template = Make(isRest);

        var statement = template.Properties("AWS::IAM::Policy", "Clerk")["PolicyDocument"]!["Statement"]!.AsArray().Single()!;
        statement["Action"].ShouldBeJson("\"execute-api:Invoke\"");
        statement["Resource"]!.AsArray().Select(resource => Below(resource!)).Order(StringComparer.Ordinal).ShouldBe(Expected(isRest));
    }

    private static Synthesized Make(bool isRest) => Synthesized.Stack(stack =>
    {
        var clerk = new User(stack, "Clerk");
        if (isRest)
        {
            new CrudRestApi(stack, "Orders", new() { ResourceName = "orders" }).GrantInvoke(clerk);
        }
        else
        {
            new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders" }).GrantInvoke(clerk);
        }
    });

    private static string[] Expected(bool isRest)
    {
        var stage = isRest ? "STAGE" : "*";
        string[] routes = ["DELETE/orders/*", "GET/orders", "GET/orders/*", "PATCH/orders/*", "POST/orders", "PUT/orders/*"];
        return [.. routes.Select(route => $"API/{stage}/{route}")];
    }

    /// <summary>The part of an ARN after the account, with names for references.</summary>
    private static string Below(JsonNode arn)
    {
        var parts = arn["Fn::Join"]![1]!.AsArray().Skip(6).Select(part => part switch
        {
            JsonValue text => (string)text!,
            _ when part.Target().Contains("Stage", StringComparison.Ordinal) => "STAGE",
            _ => "API",
        });
        return string.Concat(parts).TrimStart(':');
    }

    private static string Calls(JsonNode statement)
    {
        var actions = statement["Action"] is JsonArray several ? several.Select(action => (string)action!) : [(string)statement["Action"]!];
        return string.Join(' ', actions.Select(action => action["dynamodb:".Length..]));
    }
}
