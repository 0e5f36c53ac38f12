using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendAccessTests
{
    [Fact]
    public void LambdaAuthorizer_Given_IsAskedAboutConnectOnlyAndIsNotCached()
    {
        var template = WebSocketTemplates.Make(stack => new()
        {
            Access = WebSocketAccess.LambdaAuthorizer(WebSocketTemplates.Python(stack, "Doorman"), ["route.request.querystring.token"]),
            Routes = [new() { RouteKey = "say" }],
        });

        var (id, resource) = template.All("AWS::ApiGatewayV2::Authorizer").Single();
        var authorizer = resource["Properties"]!;
        ((string?)authorizer["AuthorizerType"]).ShouldBe("REQUEST");
        authorizer["IdentitySource"].ShouldBeJson("""["route.request.querystring.token"]""");
        authorizer["AuthorizerResultTtlInSeconds"].ShouldBeNull();
        authorizer["AuthorizerUri"]!.Text().ShouldContain("functions/Doorman");
        ((string?)template.Route("$connect")["AuthorizationType"]).ShouldBe("CUSTOM");
        template.Route("$connect")["AuthorizerId"].Target().ShouldBe(id);
        foreach (var key in new[] { "$disconnect", "$default", "say" })
        {
            ((string?)template.Route(key)["AuthorizationType"]).ShouldBe("NONE");
            template.Route(key)["AuthorizerId"].ShouldBeNull();
        }

        var permission = template.Properties("AWS::Lambda::Permission", "AuthorizerPermission");
        permission["FunctionName"].Target().ShouldStartWith("Doorman");
        permission["SourceArn"]!["Fn::Join"]![1]!.AsArray()[^1].Target().ShouldBe(id);
    }

    [Fact]
    public void LambdaAuthorizer_WithoutSources_LooksAtTheAuthorizationHeader() => WebSocketTemplates
        .Make(stack => new() { Access = WebSocketAccess.LambdaAuthorizer(WebSocketTemplates.Python(stack)) })
        .Properties("AWS::ApiGatewayV2::Authorizer")["IdentitySource"].ShouldBeJson("""["route.request.header.Authorization"]""");

    [Fact]
    public void LambdaAuthorizer_OfAnotherStack_MakesNoCycle() => Synthesized.App("Chat", app =>
    {
        var doorman = WebSocketTemplates.Python(new Stack(app, "Auth"));
        new WebSocketBackend(new Stack(app, "Chat"), "Chat", new() { Access = WebSocketAccess.LambdaAuthorizer(doorman) });
    }).All("AWS::Lambda::Permission").Keys.ShouldContain(id => id.Contains("AuthorizerPermission", StringComparison.Ordinal));

    [Fact]
    public void Public_SaidInAsManyWords_AsksNobody()
    {
        var template = WebSocketTemplates.Make(new WebSocketBackendProps { Access = WebSocketAccess.Public() });

        ((string?)template.Route("$connect")["AuthorizationType"]).ShouldBe("NONE");
        template.All("AWS::ApiGatewayV2::Authorizer").ShouldBeEmpty();
    }

    [Fact]
    public void GrantConnect_OfARole_IsTheRouteConnectAlone()
    {
        var template = Synthesized.Stack(stack =>
            new WebSocketBackend(stack, "Chat").GrantConnect(new User(stack, "Clerk")).Success.ShouldBeTrue());

        var statement = template.Statements("Clerk").Single()!;
        ((string?)statement["Action"]).ShouldBe("execute-api:Invoke");
        statement["Resource"]!.Text().ShouldBe("arn:partition:execute-api:region:accountid:API/prod/$connect");
    }
}
