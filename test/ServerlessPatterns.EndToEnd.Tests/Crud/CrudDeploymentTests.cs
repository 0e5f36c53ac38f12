using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The stack as the CDK CLI and CloudFormation made it.</summary>
public sealed class CrudDeploymentTests(CrudDeployment deployment, ITestOutputHelper output) : CrudTests(deployment)
{
    /// <summary>What moto says it made, and has not: for these the template's tests have to do.</summary>
    private static readonly string[] NotMadeByMoto =
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

    /// <summary>What moto's CloudFormation leaves out of the resources that it makes.</summary>
    private static readonly string[] PropertiesThatMotoDrops =
    [
        "API: endpoint type",
        "function: architecture, logging configuration, tracing",
        "methods: request models and validator",
    ];

    private static readonly string[] Routes =
    [
        "DELETE /orders/{id}", "GET /orders", "GET /orders/{id}", "PATCH /orders/{id}", "POST /orders", "PUT /orders/{id}",
    ];

    [Fact]
    public void Deploy_ResourceTypesThatWereNotMade_AreThoseOfWhichItIsKnown()
    {
        var missing = Deployment.Stack.TypesNotMade;

        output.WriteLine($"Not checked by deployment: {string.Join(", ", missing)}");
        if (Deployment.Gallery.Emulator.IsMoto)
        {
            output.WriteLine($"Properties that are not checked either: {string.Join("; ", PropertiesThatMotoDrops)}");
        }

        missing.ShouldBeSubsetOf(NotMadeByMoto);
    }

    [Fact]
    public void Function_Configuration_IsThatOfTheTemplate()
    {
        var properties = Deployment.Stack.Template.Single(resource => resource.Value!["Type"]!.GetValue<string>() == "AWS::Lambda::Function").Value!["Properties"]!;

        Deployment.Function.Handler.ShouldBe(properties["Handler"]!.GetValue<string>());
        Deployment.Function.Runtime.ShouldBe("dotnet10");
        Deployment.Function.TimeoutSeconds.ShouldBe(properties["Timeout"]!.GetValue<int>());
        var expected = properties["Environment"]!["Variables"]!.AsObject().ToDictionary(
            pair => pair.Key,
            pair => pair.Key switch
            {
                "TABLE_NAME" => Table,
                "CURSOR_KEY" => Deployment.Stack.Id.Split('/')[2],
                _ => pair.Value!.GetValue<string>(),
            },
            StringComparer.Ordinal);
        Deployment.Function.Environment.ShouldBe(expected, ignoreOrder: true);
        Guid.TryParse(expected["CURSOR_KEY"], out _).ShouldBeTrue();
    }

    [Fact]
    public void Api_Methods_AreTheRoutesAndEachAsksForASignature()
    {
        var api = Deployment.Api;

        api.Name.ShouldBe("CrudRest-Orders");
        api.Methods.Select(method => $"{method.HttpMethod} {method.Path}").Order(StringComparer.Ordinal).ShouldBe(Routes);
        api.Methods.ShouldAllBe(method => method.Authorization == "AWS_IAM");
    }

    [Fact]
    public void Api_Integrations_AreTheFunction()
    {
        var function = $"arn:aws:lambda:{Deployment.Stack.Region}:{Deployment.Stack.Account}:function:{Deployment.Function.Name}";
        var uri = $"arn:aws:apigateway:{Deployment.Stack.Region}:lambda:path/2015-03-31/functions/{function}/invocations";

        foreach (var integration in Deployment.Api.Methods.Select(method => method.Integration))
        {
            integration["type"]!.GetValue<string>().ShouldBe("AWS_PROXY");
            integration["httpMethod"]!.GetValue<string>().ShouldBe("POST");
            integration["uri"]!.GetValue<string>().ShouldBe(uri);
        }
    }

    [Fact]
    public async Task Function_Policy_LetsTheRoutesOfTheApiCallItAndNothingElse()
    {
        var policy = await Deployment.Gallery.Aws.GetAsync("lambda", $"/2015-03-31/functions/{Deployment.Function.Name}/policy");
        var statements = JsonNode.Parse(policy["Policy"]!.GetValue<string>())!["Statement"]!.AsArray();

        statements.ShouldAllBe(statement => statement!["Action"]!.GetValue<string>() == "lambda:InvokeFunction");
        statements.ShouldAllBe(statement => statement!["Effect"]!.GetValue<string>() == "Allow");
        statements.ShouldAllBe(statement => statement!["Principal"]!["Service"]!.GetValue<string>() == "apigateway.amazonaws.com");

        // What was not made has no name.
        var stage = Deployment.Stack.TypesNotMade.Contains("AWS::ApiGateway::Stage") ? "None" : Deployment.Api.Stage;
        var prefix = $"arn:aws:execute-api:{Deployment.Stack.Region}:{Deployment.Stack.Account}:{Deployment.Api.Id}/{stage}/";
        statements.SelectMany(statement => statement!["Condition"]!.AsObject())
            .Select(condition => condition.Value!["AWS:SourceArn"]!.GetValue<string>())
            .Order(StringComparer.Ordinal)
            .ShouldBe(Routes.Select(route => prefix + route.Replace(" ", "", StringComparison.Ordinal).Replace("{id}", "*", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Diff_AfterTheDeployment_IsEmpty() => await Deployment.Gallery.Cdk.DiffAsync(Deployment.Stack.Name);
}
