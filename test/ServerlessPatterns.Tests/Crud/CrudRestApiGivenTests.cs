using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudRestApiGivenTests
{
    [Fact]
    public void Resources_OfOtherStacks_MakeNoCycle()
    {
        var template = Synthesized.App("Api", app =>
        {
            var data = new Stack(app, "Data");
            var table = new Table(data, "Table", new TableProps
            {
                PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING },
            });
            var function = Python(new Stack(app, "Code"));
            var api = new Stack(app, "Api");
            var caller = new User(new Stack(app, "Callers"), "Caller");
            new CrudRestApi(api, "Rest", new() { ResourceName = "orders", Table = table, Function = function }).GrantInvoke(caller);
            new CrudHttpApi(api, "Http", new() { ResourceName = "orders", Table = table, Function = function }).GrantInvoke(caller);
        });

        template.All("AWS::Lambda::Function").ShouldBeEmpty();
        template.All("AWS::Lambda::Permission").Count.ShouldBe(12, "the permissions are here, beside the APIs");
        template.All("AWS::IAM::Policy").Values.ShouldContain(policy => policy["Properties"]!["Roles"]![0]!["Fn::ImportValue"] != null);
    }

    [Fact]
    public void Function_Given_IsNeverReconfigured()
    {
        var template = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new() { ResourceName = "orders", Function = Python(stack) }));

        template.Properties("AWS::Lambda::Function")["Environment"].ShouldBeNull();
        template.All("AWS::Logs::LogGroup").Keys.ShouldNotContain(id => id.Contains("FunctionLogGroup", StringComparison.Ordinal));
        template.Properties("AWS::IAM::Policy", "OrdersFunctionPolicy")["Roles"]![0].Target().ShouldStartWith("PythonServiceRole");
        template.All("AWS::CloudWatch::Alarm").Keys.ShouldNotContain(id => id.Contains("FunctionDuration", StringComparison.Ordinal));
    }

    [Fact]
    public void Function_ImportedWithoutItsAccount_MayBeCalledAllTheSame()
    {
        var template = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new()
        {
            ResourceName = "orders",
            Operations = CrudOperations.Read,
            Function = Function.FromFunctionArn(stack, "Imported", "arn:aws:lambda:us-east-1:123456789012:function:mine"),
        }));

        ((string?)template.Properties("AWS::Lambda::Permission")["FunctionName"]).ShouldBe("arn:aws:lambda:us-east-1:123456789012:function:mine");
        template.Annotations.ShouldContain(text => text.Contains("imported without its role", StringComparison.Ordinal));
    }

    [Fact]
    public void ApiKeys_Given_AreInThePlanAndNoneIsMade()
    {
        var template = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new()
        {
            ResourceName = "orders",
            UsagePlan = new()
            {
                QuotaLimit = 10,
                ApiKeys = [ApiKey.FromApiKeyId(stack, "One", "one"), ApiKey.FromApiKeyId(stack, "Two", "two")],
            },
        }));

        template.All("AWS::ApiGateway::ApiKey").ShouldBeEmpty();
        template.All("AWS::ApiGateway::UsagePlanKey").Values.Select(key => (string?)key["Properties"]!["KeyId"]).ShouldBe(["one", "two"], ignoreOrder: true);
    }

    private static Function Python(Stack stack) => new(stack, "Python", new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Code.FromInline("def handler(event, context): pass"),
    });
}
