using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Alias = Amazon.CDK.AWS.Lambda.Alias;
using AliasProps = Amazon.CDK.AWS.Lambda.AliasProps;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendGivenTests
{
    [Fact]
    public void Table_Imported_IsUsedAsItIs()
    {
        var template = WebSocketTemplates.Make(stack => new()
        {
            Table = Table.FromTableAttributes(stack, "Table", new TableAttributes { TableName = "connections", EncryptionKey = new Key(stack, "Key") }),
        });

        template.All("AWS::DynamoDB::Table").ShouldBeEmpty();
        ((string?)template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["TABLE_NAME"]).ShouldBe("connections");
        template.Statements("ChatFunction")[2]!["Resource"]!.Text().ShouldEndWith(":table/connections");
        template.Statements("ChatFunction")[3]!["Resource"].Target().ShouldStartWith("Key");
    }

    [Fact]
    public void Function_Given_IsNeverReconfigured()
    {
        var template = WebSocketTemplates.Make(stack => new() { Function = WebSocketTemplates.Python(stack) });

        var function = template.Properties("AWS::Lambda::Function");
        function["Environment"].ShouldBeNull();
        template.Called("$connect").ShouldStartWith("Python");
        template.All("AWS::Logs::LogGroup").Count.ShouldBe(2, "those of the API");
        template.Properties("AWS::IAM::Policy")["Roles"]![0].Target().ShouldStartWith("PythonServiceRole");
        template.All("AWS::CloudWatch::Alarm").Keys.ShouldNotContain(id => id.Contains("FunctionDuration", StringComparison.Ordinal));
    }

    [Fact]
    public void Function_AliasGiven_IsWhatTheApiCalls()
    {
        var template = WebSocketTemplates.Make(stack => new()
        {
            Function = new Alias(stack, "Live", new AliasProps { AliasName = "live", Version = WebSocketTemplates.Python(stack).CurrentVersion }),
        });

        template.Called("$default").ShouldStartWith("Live");
        template.All("AWS::Lambda::Permission").Values.ShouldAllBe(permission =>
            permission["Properties"]!["FunctionName"].Target().StartsWith("Live", StringComparison.Ordinal));
    }

    [Fact]
    public void Function_ImportedWithoutRole_IsSaidOnTheStack() => WebSocketTemplates
        .Make(stack => new() { Function = Function.FromFunctionArn(stack, "Imported", "arn:aws:lambda:us-east-1:123456789012:function:mine") })
        .Annotations.ShouldContain(text => text.Contains("imported without its role", StringComparison.Ordinal));

    [Fact]
    public void Functions_OfRoutes_AnswerThemAndHaveNoAlarmsHere()
    {
        var template = WebSocketTemplates.Make(stack => new()
        {
            Routes =
            [
                new() { RouteKey = "$disconnect", Function = WebSocketTemplates.Python(stack, "Leave") },
                new() { RouteKey = "report", Function = WebSocketTemplates.Python(stack, "Report") },
            ],
        });

        template.Called("$disconnect").ShouldStartWith("Leave");
        template.Called("report").ShouldStartWith("Report");
        template.Called("$connect").ShouldStartWith("ChatFunction");
        template.All("AWS::ApiGatewayV2::Route").Count.ShouldBe(4);
        template.All("AWS::CloudWatch::Alarm").Count.ShouldBe(7);
        ((string?)template.Properties("AWS::Lambda::Function", "ChatFunction")["Environment"]!["Variables"]!["BROADCAST_ACTIONS"])
            .ShouldBe("send", "the named route is not the handler's");
    }

    [Fact]
    public void FunctionTableAndRoute_OfAnotherStack_MakeNoCycle() => Synthesized.App("Chat", app =>
    {
        var other = new Stack(app, "Other");
        var table = new Table(other, "Table", new TableProps
        {
            PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "room", Type = AttributeType.STRING },
            SortKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "connectionId", Type = AttributeType.STRING },
        });
        new WebSocketBackend(new Stack(app, "Chat"), "Chat", new()
        {
            Table = table,
            Function = WebSocketTemplates.Python(other),
            Routes = [new() { RouteKey = "report", Function = WebSocketTemplates.Python(other, "Report") }],
        });
    }).All("AWS::Lambda::Permission").Count.ShouldBe(4);
}
