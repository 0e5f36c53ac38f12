using System.Text.Json.Nodes;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Crud;

/// <summary>A user's own function in place of the shipped one: examples/OrdersHandler.</summary>
public sealed class CrudCustomHandlerTests
{
    [Fact]
    public void FunctionSettings_FromProject_GetsTheTablesNameAndPermissions()
    {
        var template = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new()
        {
            ResourceName = "orders",
            Operations = CrudOperations.Read | CrudOperations.List,
            FunctionSettings = new() { Code = FunctionCode.FromProject(Path.Combine(Repository.Root, "examples", "OrdersHandler")) },
        }));

        var function = template.Properties("AWS::Lambda::Function");
        ((string?)function["Handler"]).ShouldBe("OrdersHandler::OrdersHandler.OrdersFunction::FunctionHandler");
        ((string?)function["Runtime"]).ShouldBe("dotnet10");
        var table = template.All("AWS::DynamoDB::Table").Keys.Single();
        function["Environment"]!["Variables"]!["TABLE_NAME"].Target().ShouldBe(table);

        var statement = template.Properties("AWS::IAM::Policy", "OrdersFunction")["PolicyDocument"]!["Statement"]!.AsArray()[^1]!;
        statement["Action"].ShouldBeJson("""["dynamodb:GetItem","dynamodb:Scan"]""");
        statement["Resource"].Target().ShouldBe(table);
        RestRoutes.Methods(template).ShouldAllBe(method => CallsFunction(template, method));
    }

    private static bool CallsFunction(Synthesized template, JsonNode method) => method["Integration"]!["Uri"]!["Fn::Join"]![1]!.AsArray()
        .Any(part => part is JsonObject && part["Fn::GetAtt"] is not null && part.Target() == template.All("AWS::Lambda::Function").Keys.Single());
}
