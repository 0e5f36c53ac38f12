using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Crud;

/// <summary>Each access on each kind of API: no route is left open, <c>OPTIONS</c> apart.</summary>
public sealed class CrudAccessTests
{
    private const string None = "";

    public static TheoryData<string, string, string> RestMatrix => new()
    {
        { nameof(ApiAccess.Iam), "AWS_IAM", None },
        { nameof(ApiAccess.Cognito), "COGNITO_USER_POOLS", "COGNITO_USER_POOLS" },
        { nameof(ApiAccess.LambdaAuthorizer), "CUSTOM", "REQUEST" },
        { nameof(ApiAccess.Public), "NONE", None },
    };

    public static TheoryData<string, string, string> HttpMatrix => new()
    {
        { nameof(ApiAccess.Iam), "AWS_IAM", None },
        { nameof(ApiAccess.Cognito), "JWT", "JWT" },
        { nameof(ApiAccess.Jwt), "JWT", "JWT" },
        { nameof(ApiAccess.LambdaAuthorizer), "CUSTOM", "REQUEST" },
        { nameof(ApiAccess.Public), "NONE", None },
    };

    [Theory]
    [MemberData(nameof(RestMatrix))]
    public void Access_OnARestApi_IsThatOfEveryMethod(string access, string type, string authorizer)
    {
        var template = Rest(stack => Access(stack, access, ApiKind.Rest));

        var methods = RestRoutes.Methods(template).ToList();
        methods.Count.ShouldBe(10, "six operations, create below a partition, three preflights");
        foreach (var method in methods)
        {
            var isPreflight = (string?)method["HttpMethod"] == "OPTIONS";
            var name = RestRoutes.Name(template, method);
            ((string?)method["AuthorizationType"]).ShouldBe(isPreflight ? "NONE" : type, name);
            if (isPreflight)
            {
                ((string?)method["Integration"]!["Type"]).ShouldBe("MOCK", "a preflight reaches no function");
                continue;
            }

            ShouldHaveAuthorizer(template, method, "AWS::ApiGateway::Authorizer", "Type", authorizer, name);
        }
    }

    [Theory]
    [MemberData(nameof(HttpMatrix))]
    public void Access_OnAnHttpApi_IsThatOfEveryRoute(string access, string type, string authorizer)
    {
        var template = Http(stack => Access(stack, access, ApiKind.Http));

        var routes = template.All("AWS::ApiGatewayV2::Route").Values.Select(route => route["Properties"]!).ToList();
        routes.Count.ShouldBe(7);
        foreach (var route in routes)
        {
            ((string?)route["AuthorizationType"]).ShouldBe(type, (string?)route["RouteKey"]);
            ShouldHaveAuthorizer(template, route, "AWS::ApiGatewayV2::Authorizer", "AuthorizerType", authorizer, (string)route["RouteKey"]!);
        }
    }

    [Fact]
    public void Cognito_OnAnHttpApi_ComparesIssuerAndClients()
    {
        var template = Http(stack => Access(stack, nameof(ApiAccess.Cognito), ApiKind.Http));

        var jwt = template.Properties("AWS::ApiGatewayV2::Authorizer")["JwtConfiguration"]!;
        jwt["Audience"]!.AsArray().Single().Target().ShouldStartWith("PoolClient");
        jwt["Issuer"]!.ToJsonString().ShouldContain("https://cognito-idp.");
        template.All("AWS::ApiGatewayV2::Route").Values.ShouldAllBe(route =>
            JsonNode.DeepEquals(route["Properties"]!["AuthorizationScopes"], JsonNode.Parse("""["orders/write"]""")));
    }

    [Fact]
    public void Cognito_OnARestApi_AsksForScopes()
    {
        var template = Rest(stack => Access(stack, nameof(ApiAccess.Cognito), ApiKind.Rest));

        template.Properties("AWS::ApiGateway::Authorizer")["ProviderARNs"]![0].Target().ShouldStartWith("Pool");
        RestRoutes.Methods(template).Where(method => (string?)method["HttpMethod"] != "OPTIONS").ShouldAllBe(method =>
            JsonNode.DeepEquals(method["AuthorizationScopes"], JsonNode.Parse("""["orders/write"]""")));
    }

    [Theory]
    [InlineData("AWS::ApiGateway::Authorizer")]
    [InlineData("AWS::ApiGatewayV2::Authorizer")]
    public void LambdaAuthorizer_OnEitherApi_IsCalledByThatAuthorizerOnlyAndNotCached(string type)
    {
        var template = type == "AWS::ApiGateway::Authorizer"
            ? Rest(stack => Access(stack, nameof(ApiAccess.LambdaAuthorizer), ApiKind.Rest))
            : Http(stack => Access(stack, nameof(ApiAccess.LambdaAuthorizer), ApiKind.Http));

        var (id, authorizer) = template.All(type).Single();
        ((double?)authorizer["Properties"]!["AuthorizerResultTtlInSeconds"]).ShouldBe(0);
        var permission = template.Properties("AWS::Lambda::Permission", "AuthorizerPermission");
        permission["FunctionName"].Target().ShouldStartWith("Doorman");
        permission["SourceArn"]!["Fn::Join"]![1]!.AsArray()[^1].Target().ShouldBe(id);
    }

    [Fact]
    public void LambdaAuthorizer_OfAnotherStack_MakesNoCycle() => Synthesized.App("Api", app =>
    {
        var doorman = Doorman(new Stack(app, "Auth"));
        new CrudRestApi(new Stack(app, "Api"), "Rest", new() { ResourceName = "orders", Access = ApiAccess.LambdaAuthorizer(doorman) });
        new CrudHttpApi(new Stack(app, "Http"), "Http", new() { ResourceName = "orders", Access = ApiAccess.LambdaAuthorizer(doorman, Duration.Minutes(5)) });
    }).All("AWS::Lambda::Permission").Keys.ShouldContain(id => id.Contains("AuthorizerPermission", StringComparison.Ordinal));

    private static void ShouldHaveAuthorizer(Synthesized template, JsonNode route, string type, string property, string expected, string name)
    {
        if (expected.Length == 0)
        {
            route["AuthorizerId"].ShouldBeNull(name);
            template.All(type).ShouldBeEmpty();
            return;
        }

        var authorizer = template.All(type).Single();
        route["AuthorizerId"].Target().ShouldBe(authorizer.Key, name);
        ((string?)authorizer.Value["Properties"]![property]).ShouldBe(expected);
    }

    private static ApiAccess Access(Stack stack, string access, ApiKind kind)
    {
        switch (access)
        {
            case nameof(ApiAccess.Cognito):
                var pool = new UserPool(stack, "Pool");
                return kind == ApiKind.Http
                    ? ApiAccess.Cognito(pool, ["orders/write"], [pool.AddClient("Client")])
                    : ApiAccess.Cognito(pool, ["orders/write"]);
            case nameof(ApiAccess.Jwt):
                return ApiAccess.Jwt("https://login.example.com", ["shop"]);
            case nameof(ApiAccess.LambdaAuthorizer):
                return ApiAccess.LambdaAuthorizer(Doorman(stack));
            default:
                return access == nameof(ApiAccess.Public) ? ApiAccess.Public() : ApiAccess.Iam();
        }
    }

    private static Function Doorman(Stack stack) => new(stack, "Doorman", new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Code.FromInline("def handler(event, context): pass"),
    });

    private static Synthesized Rest(Func<Stack, ApiAccess> access) => Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new()
    {
        ResourceName = "orders",
        SortKeyName = "line",
        Operations = CrudOperations.All,
        Access = access(stack),
        Cors = new() { AllowOrigins = ["https://shop.example.com"] },
    }));

    private static Synthesized Http(Func<Stack, ApiAccess> access) => Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", new()
    {
        ResourceName = "orders",
        SortKeyName = "line",
        Access = access(stack),
        Cors = new() { AllowOrigins = ["https://shop.example.com"] },
    }));
}
