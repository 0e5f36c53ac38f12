using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

[Collection(CrudHttpCollection.Collection)]
public sealed class CrudHttpStackTests(CrudHttpDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    private static readonly string[] Routes =
    [
        "DELETE /lines/{id}/{sort}", "GET /lines/{id}", "GET /lines/{id}/{sort}", "PATCH /lines/{id}/{sort}", "POST /lines",
        "POST /lines/{id}", "PUT /lines/{id}/{sort}",
    ];

    protected override IReadOnlyList<string> NotMadeByMoto =>
    [
        "AWS::ApiGatewayV2::Api",
        "AWS::ApiGatewayV2::Integration",
        "AWS::ApiGatewayV2::Route",
        "AWS::ApiGatewayV2::Stage",
        "AWS::CloudWatch::Alarm",
    ];

    protected override IReadOnlyList<string> DroppedByMoto => ["function: architecture, logging configuration, tracing"];

    [Fact]
    public void Function_Configuration_IsThatOfTheTemplate()
    {
        deployment.Function.ShouldBeAsIn(deployment.Stack, "dotnet10");
        deployment.Function.Environment["CURSOR_KEY"].ShouldBe(deployment.Stack.Id.Split('/')[2]);
    }

    [Fact]
    public void Api_Routes_ReachTheFunctionAndEachAsksForASignature()
    {
        var api = deployment.Api;
        var function = deployment.Stack.OfType("AWS::Lambda::Function").Single().Key;

        api.Name.ShouldBe("CrudHttp-Lines");
        api.Methods.Select(route => $"{route.HttpMethod} {route.Path}").Order(StringComparer.Ordinal).ShouldBe(Routes);
        api.Methods.ShouldAllBe(route => route.Authorization == "AWS_IAM");
        var uri = new JsonObject { ["Fn::GetAtt"] = new JsonArray(function, "Arn") };
        api.Methods.ShouldAllBe(route => JsonNode.DeepEquals(route.Integration["IntegrationUri"], uri));
        api.Methods.ShouldAllBe(route => route.Integration["PayloadFormatVersion"]!.GetValue<string>() == "2.0");
    }

    [Theory]
    [InlineData("GET", "/lines"), InlineData("GET", "/"), InlineData("DELETE", "/lines/a"), InlineData("GET", "/lines/a/b/c")]
    public void Route_Unknown_IsNotThere(string method, string path) => deployment.Api.Find(method, path).ShouldBeNull();
}

public sealed class CrudHttpDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "CrudHttp")
{
    protected override IReadOnlyList<string> Kept => ["AWS::DynamoDB::Table", "AWS::Logs::LogGroup"];

    protected override IReadOnlyList<string> Removed => ["AWS::IAM::Role", "AWS::Lambda::Function"];
}
