using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudHttpApiChecksTests
{
    public static TheoryData<string, Func<Stack, CrudHttpApiProps>> Wrong => new()
    {
        { "SP2116", stack => new() { ResourceName = "orders", Access = ApiAccess.Cognito(new UserPool(stack, "Pool")) } },
        { "SP2116", _ => new() { ResourceName = "orders", Access = ApiAccess.Jwt("http://login.example.com", ["shop"]) } },
        { "SP2116", _ => new() { ResourceName = "orders", Access = ApiAccess.Jwt("https://login.example.com", []) } },
        { "SP2101", _ => new() { ResourceName = "{id}" } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysTheCode(string code, Func<Stack, CrudHttpApiProps> props) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new CrudHttpApi(stack, "Orders", props(stack))))
            .Problems.Single().Code.ShouldBe(code);

    [Fact]
    public void Constructor_UnresolvedTokens_Pass()
    {
        var template = Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            var text = new CfnParameter(stack, "Text").ValueAsString;
            new CrudHttpApi(stack, "Orders", new()
            {
                ResourceName = "orders",
                MaxBodySize = Size.Bytes(number),
                ThrottlingRateLimit = number,
                ThrottlingBurstLimit = number,
                Access = ApiAccess.Jwt(text, [text]),
                Cors = new() { AllowOrigins = [text] },
                FunctionSettings = new() { Timeout = Duration.Seconds(number) },
            });
        });

        template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["MAX_BODY_BYTES"].ShouldBeJson("""{"Ref":"Number"}""");
    }
}
