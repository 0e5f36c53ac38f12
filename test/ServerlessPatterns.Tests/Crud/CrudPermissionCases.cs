using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Crud;

/// <summary>What the operations need, on both kinds of API alike.</summary>
internal static class CrudPermissionCases
{
    /// <summary>Operations, sort key, calls to DynamoDB, routes.</summary>
    public static TheoryData<CrudOperations, string?, string, string> All => new()
    {
        { CrudOperations.Create, null, "PutItem", "POST /orders" },
        { CrudOperations.Read, null, "GetItem", "GET /orders/{id}" },
        { CrudOperations.List, null, "Scan", "GET /orders" },
        { CrudOperations.Replace, null, "PutItem", "PUT /orders/{id}" },
        { CrudOperations.Update, null, "GetItem PutItem", "PATCH /orders/{id}" },
        { CrudOperations.Delete, null, "DeleteItem", "DELETE /orders/{id}" },
        { CrudOperations.All, null, "DeleteItem GetItem PutItem Scan", "DELETE /orders/{id}, GET /orders, GET /orders/{id}, PATCH /orders/{id}, POST /orders, PUT /orders/{id}" },
        { CrudOperations.Create, "line", "PutItem", "POST /orders, POST /orders/{id}" },
        { CrudOperations.Read, "line", "GetItem", "GET /orders/{id}/{sort}" },
        { CrudOperations.List, "line", "Query", "GET /orders/{id}" },
        { CrudOperations.All, "line", "DeleteItem GetItem PutItem Query", "DELETE /orders/{id}/{sort}, GET /orders/{id}, GET /orders/{id}/{sort}, PATCH /orders/{id}/{sort}, POST /orders, POST /orders/{id}, PUT /orders/{id}/{sort}" },
    };

    public static void ShouldAllowOnly(Synthesized template, string calls)
    {
        var statements = template.Properties("AWS::IAM::Policy", "OrdersFunction")["PolicyDocument"]!["Statement"]!.AsArray();
        statements.Count.ShouldBe(3, "logs, traces and the table");
        Calls(statements[2]!).ShouldBe(calls);
        statements[2]!["Resource"].ShouldBeJson(
            $$"""{"Fn::GetAtt":["{{template.All("AWS::DynamoDB::Table").Keys.Single()}}","Arn"]}""");
        template.All("AWS::IAM::Role").Values.ShouldAllBe(role => role["Properties"]!["ManagedPolicyArns"] == null);
    }

    /// <summary>The permissions of the API on the function, and those of a user who may call the API.</summary>
    public static void ShouldBeOnTheRoutesOnly(Synthesized template, string stage)
    {
        string[] routes = ["DELETE/orders/*", "GET/orders", "GET/orders/*", "PATCH/orders/*", "POST/orders", "PUT/orders/*"];
        string[] expected = [.. routes.Select(route => $"API/{stage}/{route}")];

        var permissions = template.All("AWS::Lambda::Permission").Values.Select(permission => permission["Properties"]!).ToList();
        permissions.ShouldAllBe(permission => (string?)permission["Principal"] == "apigateway.amazonaws.com");
        permissions.Select(permission => Below(permission["SourceArn"]!)).Order(StringComparer.Ordinal).ShouldBe(expected);

        var statement = template.Properties("AWS::IAM::Policy", "Clerk")["PolicyDocument"]!["Statement"]!.AsArray().Single()!;
        statement["Action"].ShouldBeJson("\"execute-api:Invoke\"");
        statement["Resource"]!.AsArray().Select(resource => Below(resource!)).Order(StringComparer.Ordinal).ShouldBe(expected);
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
