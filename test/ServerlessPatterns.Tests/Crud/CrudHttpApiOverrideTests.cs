using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiOverrideTests
{
    [Fact]
    public void Cors_Given_IsTheApisOwnAndNotTheHandlers()
    {
        var template = Make(new()
        {
            ResourceName = "orders",
            Operations = CrudOperations.Read | CrudOperations.Update,
            Cors = new() { AllowOrigins = ["https://a.example.com"], AllowHeaders = ["Content-Type"], MaxAge = Duration.Minutes(1) },
        });

        template.Properties("AWS::ApiGatewayV2::Api")["CorsConfiguration"].ShouldBeJson(
            """
            {"AllowCredentials":false,"AllowHeaders":["Content-Type"],"AllowMethods":["GET","PATCH"],"AllowOrigins":["https://a.example.com"],
             "ExposeHeaders":["ETag","Location","Retry-After"],"MaxAge":60}
            """);
        template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["CORS_ALLOW_ORIGINS"].ShouldBeNull();
    }

    [Fact]
    public void Throttling_Given_IsThatOfTheStage() =>
        Make(new() { ResourceName = "orders", ThrottlingRateLimit = 7, ThrottlingBurstLimit = 3 })
            .Properties("AWS::ApiGatewayV2::Stage")["DefaultRouteSettings"].ShouldBeJson(
                """{"DetailedMetricsEnabled":true,"ThrottlingBurstLimit":3,"ThrottlingRateLimit":7}""");

    [Fact]
    public void Domain_Given_IsTheOnlyWayIn()
    {
        var url = string.Empty;
        var template = Synthesized.Stack(stack =>
            url = new CrudHttpApi(stack, "Orders", new() { ResourceName = "orders", Domain = PatternSnapshot.Domain(stack, null) }).Url);

        url.ShouldBe("https://api.example.com/orders");
        ((bool?)template.Properties("AWS::ApiGatewayV2::Api")["DisableExecuteApiEndpoint"]).ShouldBe(true);
        template.Properties("AWS::ApiGatewayV2::ApiMapping")["ApiMappingKey"].ShouldBeNull();
    }

    [Fact]
    public void FunctionSettings_SnapStart_PutsAVersionBehindTheAlias()
    {
        var template = Make(new() { ResourceName = "orders", FunctionSettings = new() { SnapStart = true } });

        template.Properties("AWS::Lambda::Function")["SnapStart"].ShouldBeJson("""{"ApplyOn":"PublishedVersions"}""");
        template.Properties("AWS::ApiGatewayV2::Integration")["IntegrationUri"].Target().ShouldBe(template.All("AWS::Lambda::Alias").Keys.Single());
    }

    [Fact]
    public void FunctionSettings_Arm64_TakesTheOtherBundle()
    {
        var arm = Make(new() { ResourceName = "orders", FunctionSettings = new() { Architecture = Architecture.ARM_64 } }).Properties("AWS::Lambda::Function");
        var x64 = Make(new() { ResourceName = "orders" }).Properties("AWS::Lambda::Function");

        ((string?)arm["Code"]!["S3Key"]).ShouldNotBe((string?)x64["Code"]!["S3Key"]);
    }

    private static Synthesized Make(CrudHttpApiProps props) => Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", props));
}
