using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.WebSockets;

/// <summary>What the tests of <see cref="WebSocketBackend"/> have in common.</summary>
internal static class WebSocketTemplates
{
    public static Synthesized Make(WebSocketBackendProps? props = null) => Make(_ => props ?? new());

    public static Synthesized Make(Func<Stack, WebSocketBackendProps> props) =>
        Synthesized.Stack(stack => new WebSocketBackend(stack, "Chat", props(stack)));

    public static Function Python(Stack stack, string id = "Python") => new(stack, id, new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Code.FromInline("def handler(event, context): pass"),
    });

    /// <summary>The properties of a route.</summary>
    public static JsonNode Route(this Synthesized template, string key) =>
        template.All("AWS::ApiGatewayV2::Route").Values.Select(route => route["Properties"]!).Single(route => (string?)route["RouteKey"] == key);

    /// <summary>The logical id of what a route's integration calls, as it stands in the integration's address.</summary>
    public static string Called(this Synthesized template, string key)
    {
        var integration = template.Route(key)["Target"]!["Fn::Join"]![1]![1].Target();
        return template.Resources[integration]!["Properties"]!["IntegrationUri"]!["Fn::Join"]![1]!.AsArray()
            .Single(part => part is JsonObject member && member["Fn::GetAtt"] is not null || part is JsonObject alias && ((string?)alias["Ref"])?.StartsWith("Live", StringComparison.Ordinal) == true)
            .Target();
    }

    /// <summary>A joined text with <c>API</c> for the reference to the API, and the names of what else is referred to.</summary>
    public static string Text(this JsonNode joined) => string.Concat(joined["Fn::Join"]![1]!.AsArray().Select(part => part switch
    {
        JsonValue text => (string)text!,
        _ when part.Target().StartsWith("AWS::", StringComparison.Ordinal) => part.Target()["AWS::".Length..].ToLowerInvariant(),
        _ when part.Target().Contains("Api", StringComparison.Ordinal) => "API",
        _ => part.Target(),
    }));

    public static JsonArray Statements(this Synthesized template, string policy) =>
        template.Properties("AWS::IAM::Policy", policy)["PolicyDocument"]!["Statement"]!.AsArray();

    public static IEnumerable<string> Texts(this JsonNode oneOrMore) =>
        oneOrMore is JsonArray several ? several.Select(item => item!.Text()) : [oneOrMore.Text()];
}
