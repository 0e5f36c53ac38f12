using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Alias = Amazon.CDK.AWS.Lambda.Alias;
using AliasProps = Amazon.CDK.AWS.Lambda.AliasProps;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiGivenTests
{
    [Fact]
    public void Table_Imported_IsUsedAsItIs()
    {
        var template = Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new()
        {
            ResourceName = "orders",
            Table = Table.FromTableName(stack, "Table", "orders"),
            TimeToLiveAttribute = "expiresAt",
        }));

        template.All("AWS::DynamoDB::Table").ShouldBeEmpty();
        var variables = template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!;
        ((string?)variables["TABLE_NAME"]).ShouldBe("orders");
        ((string?)variables["TTL_ATTRIBUTE"]).ShouldBe("expiresAt");
        template.Properties("AWS::IAM::Policy").ToJsonString().ShouldContain("table/orders");
    }

    [Fact]
    public void Table_WithAKeyOfItsOwn_GivesTheFunctionTheKeyToo()
    {
        var template = Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new()
        {
            ResourceName = "orders",
            Table = Table.FromTableAttributes(stack, "Table", new TableAttributes { TableName = "orders", EncryptionKey = new Key(stack, "Key") }),
        }));

        var statement = template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]!.AsArray()[^1]!;
        statement["Action"]!.AsArray().Select(action => (string?)action).ShouldContain("kms:Decrypt");
        statement["Resource"].Target().ShouldStartWith("Key");
    }

    [Fact]
    public void Function_AliasGiven_IsWhatTheApiCalls()
    {
        var template = Synthesized.Stack(stack =>
        {
            var alias = new Alias(stack, "Live", new AliasProps { AliasName = "live", Version = Python(stack).CurrentVersion });
            new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders", Function = alias });
        });

        template.Properties("AWS::ApiGatewayV2::Integration")["IntegrationUri"].Target().ShouldStartWith("Live");
        template.All("AWS::Lambda::Permission").Values.ShouldAllBe(permission =>
            permission["Properties"]!["FunctionName"].Target().StartsWith("Live", StringComparison.Ordinal));
    }

    private static Function Python(Stack stack) => new(stack, "Python", new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Code.FromInline("def handler(event, context): pass"),
    });
}
