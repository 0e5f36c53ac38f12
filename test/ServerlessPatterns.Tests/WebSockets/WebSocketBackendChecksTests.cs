using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;

namespace ServerlessPatterns.Tests.WebSockets;

public sealed class WebSocketBackendChecksTests
{
    public static TheoryData<string, string, Func<Stack, WebSocketBackendProps>> Wrong => new()
    {
        { "SP2601", "Routes[0].RouteKey", _ => new() { Routes = [new() { RouteKey = "$send" }] } },
        { "SP2601", "Routes[1].RouteKey", _ => new() { Routes = [new() { RouteKey = "say" }, new() { RouteKey = "say it" }] } },
        { "SP2601", "Routes[0].RouteKey", _ => new() { Routes = [new() { RouteKey = new string('a', 129) }] } },
        { "SP2601", "Routes[0].RouteKey", _ => new() { Routes = [new() { RouteKey = null! }] } },
        { "SP2602", "Routes[1].RouteKey", _ => new() { Routes = [new() { RouteKey = "say" }, new() { RouteKey = "say" }] } },
        { "SP2603", "Routes", stack => Many(stack, 298) },
        { "SP2604", "RouteSelectionExpression", _ => new() { RouteSelectionExpression = "$request.body" } },
        { "SP2604", "RouteSelectionExpression", _ => new() { RouteSelectionExpression = "$request.body.a-b" } },
        { "SP2604", "RouteSelectionExpression", _ => new() { RouteSelectionExpression = null! } },
        { "SP2605", "StageName", _ => new() { StageName = "$default" } },
        { "SP2605", "StageName", _ => new() { StageName = string.Empty } },
        { "SP2606", "MaxMessageSize", _ => new() { MaxMessageSize = Size.Kibibytes(129) } },
        { "SP2606", "MaxMessageSize", _ => new() { MaxMessageSize = Size.Bytes(0) } },
        { "SP2607", "ConfigureTable", stack => new() { Table = Table.FromTableName(stack, "Table", "t"), ConfigureTable = _ => { } } },
        { "SP2608", "Access.identitySources", stack => new() { Access = WebSocketAccess.LambdaAuthorizer(WebSocketTemplates.Python(stack), []) } },
        { "SP2608", "Access.identitySources", stack => new() { Access = WebSocketAccess.LambdaAuthorizer(WebSocketTemplates.Python(stack), ["$request.header.Authorization"]) } },
        { "SP2609", "Routes[0].ReturnsResponse", _ => new() { Routes = [new() { RouteKey = "$connect", ReturnsResponse = true }] } },
        { "SP2609", "Routes[0].ReturnsResponse", _ => new() { Routes = [new() { RouteKey = "$disconnect", ReturnsResponse = true }] } },
        { "SP2112", "ThrottlingRateLimit", _ => new() { ThrottlingRateLimit = 10_001 } },
        { "SP2112", "ThrottlingBurstLimit", _ => new() { ThrottlingBurstLimit = 0 } },
        { "SP2114", "Domain.DomainName", stack => new() { Domain = new() { DomainName = "WSS://a", Certificate = PatternSnapshot.Domain(stack, null).Certificate, HostedZone = PatternSnapshot.Domain(new Stack(), null).HostedZone } } },
        { "SP2120", "AccountLogging", _ => new() { AccountLogging = (ApiAccountLogging)9 } },
        { "SP1002", "FunctionSettings.Timeout", _ => new() { FunctionSettings = new() { Timeout = Duration.Minutes(16) } } },
        { "SP1007", "FunctionSettings.Environment", _ => new() { Routes = [.. Enumerable.Range(0, 40).Select(i => new WebSocketBackendRoute { RouteKey = $"{new string('a', 120)}{i}" })] } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, Func<Stack, WebSocketBackendProps> props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => WebSocketTemplates.Make(props));

        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
        thrown.ConstructPath.ShouldBe("Test/Chat");
    }

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new WebSocketBackend(stack, "Chat", new() { StageName = "a/b", Routes = [new() { RouteKey = "a b" }] });
        }));

        thrown.Problems.Select(problem => problem.Code).ShouldBe(["SP2601", "SP2605"]);
        thrown.Problems[1].ToString().ShouldBe(
            "SP2605 StageName: \"a/b\" was given; allowed: 1 to 128 letters, digits, hyphens and underscores. Give a name such as prod. WebSocket APIs have no stage without one.");
        made!.Node.FindChild("Chat").ShouldBeOfType<WebSocketBackend>().Node.Children.ShouldBeEmpty();
    }

    [Fact]
    public void Constructor_AsManyRoutesAsThereMayBe_Passes()
    {
        // More than CloudFormation takes in one stack, so it is not synthesised.
        var stack = new Stack();

        new WebSocketBackend(stack, "Chat", Many(stack, 297)).Routes.Count.ShouldBe(300);
    }

    [Fact]
    public void Constructor_UnresolvedTokens_Pass()
    {
        var template = WebSocketTemplates.Make(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            return new()
            {
                MaxMessageSize = Size.Bytes(number),
                ThrottlingRateLimit = number,
                ThrottlingBurstLimit = number,
                FunctionSettings = new() { Timeout = Duration.Seconds(number) },
            };
        });

        template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["MAX_MESSAGE_BYTES"].ShouldBeJson("""{"Ref":"Number"}""");
    }

    // Of a function of their own, since the names of the others stand in its environment.
    private static WebSocketBackendProps Many(Stack stack, int count)
    {
        var function = WebSocketTemplates.Python(stack);
        return new() { Monitoring = MonitoringOptions.None, Routes = [.. Enumerable.Range(0, count).Select(i => new WebSocketBackendRoute { RouteKey = $"r{i}", Function = function })] };
    }
}
