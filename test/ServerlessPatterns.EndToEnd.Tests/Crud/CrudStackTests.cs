using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

[Collection(CrudTests.Collection)]
public sealed class CrudStackTests(CrudDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    private static readonly string[] Routes =
    [
        "DELETE /orders/{id}", "GET /orders", "GET /orders/{id}", "PATCH /orders/{id}", "POST /orders", "PUT /orders/{id}",
    ];

    protected override IReadOnlyList<string> NotMadeByMoto =>
    [
        "AWS::ApiGateway::Account",
        "AWS::ApiGateway::GatewayResponse",
        "AWS::ApiGateway::Model",
        "AWS::ApiGateway::RequestValidator",
        "AWS::ApiGateway::Stage",
        "AWS::CloudWatch::Alarm",
        "AWS::WAFv2::WebACL",
        "AWS::WAFv2::WebACLAssociation",
    ];

    protected override IReadOnlyList<string> DroppedByMoto =>
    [
        "API: endpoint type",
        "function: architecture, logging configuration, tracing",
        "methods: request models and validator",
    ];

    [Fact]
    public void Function_Configuration_IsThatOfTheTemplate()
    {
        deployment.Function.ShouldBeAsIn(deployment.Stack, "dotnet10");
        deployment.Function.Environment["CURSOR_KEY"].ShouldBe(deployment.Stack.Id.Split('/')[2]);
    }

    [Fact]
    public void Api_Methods_AreTheRoutesAndEachAsksForASignature()
    {
        var api = deployment.Api;

        api.Name.ShouldBe("CrudRest-Orders");
        api.Methods.Select(method => $"{method.HttpMethod} {method.Path}").Order(StringComparer.Ordinal).ShouldBe(Routes);
        api.Methods.ShouldAllBe(method => method.Authorization == "AWS_IAM");
    }

    [Fact]
    public void Api_Integrations_AreTheFunction()
    {
        var function = $"arn:aws:lambda:{deployment.Stack.Region}:{deployment.Stack.Account}:function:{deployment.Function.Name}";
        var uri = $"arn:aws:apigateway:{deployment.Stack.Region}:lambda:path/2015-03-31/functions/{function}/invocations";

        foreach (var integration in deployment.Api.Methods.Select(method => method.Integration))
        {
            integration["type"]!.GetValue<string>().ShouldBe("AWS_PROXY");
            integration["httpMethod"]!.GetValue<string>().ShouldBe("POST");
            integration["uri"]!.GetValue<string>().ShouldBe(uri);
        }
    }

    [Fact]
    public async Task Function_Policy_LetsTheRoutesOfTheApiCallItAndNothingElse()
    {
        var policy = await deployment.Gallery.Aws.GetAsync("lambda", $"/2015-03-31/functions/{deployment.Function.Name}/policy");
        var statements = JsonNode.Parse(policy["Policy"]!.GetValue<string>())!["Statement"]!.AsArray();

        statements.ShouldAllBe(statement => statement!["Action"]!.GetValue<string>() == "lambda:InvokeFunction");
        statements.ShouldAllBe(statement => statement!["Effect"]!.GetValue<string>() == "Allow");
        statements.ShouldAllBe(statement => statement!["Principal"]!["Service"]!.GetValue<string>() == "apigateway.amazonaws.com");

        // What was not made has no name.
        var stage = deployment.Stack.TypesNotMade.Contains("AWS::ApiGateway::Stage") ? "None" : deployment.Api.Stage;
        var prefix = $"arn:aws:execute-api:{deployment.Stack.Region}:{deployment.Stack.Account}:{deployment.Api.Id}/{stage}/";
        statements.SelectMany(statement => statement!["Condition"]!.AsObject())
            .Select(condition => condition.Value!["AWS:SourceArn"]!.GetValue<string>())
            .Order(StringComparer.Ordinal)
            .ShouldBe(Routes.Select(route => prefix + route.Replace(" ", "", StringComparison.Ordinal).Replace("{id}", "*", StringComparison.Ordinal)));
    }
}

public sealed class CrudDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "CrudRest")
{
    protected override IReadOnlyList<string> Kept => ["AWS::DynamoDB::Table", "AWS::IAM::Role", "AWS::Logs::LogGroup"];

    protected override IReadOnlyList<string> Removed => ["AWS::IAM::Role", "AWS::Lambda::Function"];

    protected override IReadOnlyList<string> NotDeletedByMoto => ["AWS::ApiGateway::RestApi"];
}
