using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendPermissionsTests
{
    private const string Connections = "arn:partition:execute-api:region:accountid:API/prod/";

    [Fact]
    public void Role_ByDefault_HasExactlyWhatTheHandlerUses()
    {
        var template = WebSocketTemplates.Make();

        var statements = template.Statements("ChatFunction");
        statements.Count.ShouldBe(4, "logs, traces, the table and the connections");
        statements[2]!["Action"].ShouldBeJson(
            """["dynamodb:DeleteItem","dynamodb:GetItem","dynamodb:PutItem","dynamodb:Query","dynamodb:UpdateItem"]""");
        statements[2]!["Resource"].ShouldBeJson($$"""{"Fn::GetAtt":["{{template.All("AWS::DynamoDB::Table").Keys.Single()}}","Arn"]}""");
        ((string?)statements[3]!["Action"]).ShouldBe("execute-api:ManageConnections");
        statements[3]!["Resource"]!.Text().ShouldBe($"{Connections}POST/@connections/*");
        template.All("AWS::IAM::Role").Values.ShouldAllBe(role => role["Properties"]!["ManagedPolicyArns"] == null);
    }

    [Fact]
    public void Role_OfCodeOfOnesOwn_MayAlsoLookAtAndCloseConnections()
    {
        using var folder = new TemporaryFolder();
        folder.Add("index.mjs", "export const handler = () => ({ statusCode: 200 });");

        var template = WebSocketTemplates.Make(new WebSocketBackendProps
        {
            FunctionSettings = new() { Code = FunctionCode.FromDirectory(folder.Path, new Amazon.CDK.AWS.Lambda.Runtime("nodejs24.x"), "index.handler") },
        });

        template.Statements("ChatFunction")[3]!["Resource"]!.Texts().ShouldBe(
            [$"{Connections}POST/@connections/*", $"{Connections}GET/@connections/*", $"{Connections}DELETE/@connections/*"]);
    }

    [Fact]
    public void Role_WithAKey_MayUseItForTheTable()
    {
        var template = WebSocketTemplates.Make(stack => new() { EncryptionKey = new Key(stack, "Key") });

        template.Statements("ChatFunction")[3]!["Action"]!.AsArray().Select(action => (string?)action).ShouldBe(
            ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"]);
    }

    [Fact]
    public void Permissions_OfTheApi_AreOneForEachRoute()
    {
        var template = WebSocketTemplates.Make(stack => new()
        {
            Routes = [new() { RouteKey = "say" }, new() { RouteKey = "report", Function = WebSocketTemplates.Python(stack) }],
        });

        var permissions = template.All("AWS::Lambda::Permission").Values.Select(permission => permission["Properties"]!).ToList();
        permissions.ShouldAllBe(permission => (string?)permission["Principal"] == "apigateway.amazonaws.com");
        permissions.ToDictionary(permission => permission["SourceArn"]!.Text(), permission => permission["FunctionName"].Target()[..6]).ShouldBe(
            new Dictionary<string, string>
            {
                [$"{Connections}$connect"] = "ChatFu",
                [$"{Connections}$disconnect"] = "ChatFu",
                [$"{Connections}$default"] = "ChatFu",
                [$"{Connections}say"] = "ChatFu",
                [$"{Connections}report"] = "Python",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void GrantManageConnections_OfAFunction_IsSendLookAndCloseOnTheStage()
    {
        var template = Synthesized.Stack(stack =>
            new WebSocketBackend(stack, "Chat").GrantManageConnections(WebSocketTemplates.Python(stack)).Success.ShouldBeTrue());

        var statement = template.Statements("Python").Single()!;
        ((string?)statement["Action"]).ShouldBe("execute-api:ManageConnections");
        statement["Resource"]!.Texts().ShouldBe(
            [$"{Connections}POST/@connections/*", $"{Connections}GET/@connections/*", $"{Connections}DELETE/@connections/*"]);
    }
}
