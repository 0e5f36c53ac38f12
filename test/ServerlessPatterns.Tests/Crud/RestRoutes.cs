using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Crud;

/// <summary>The methods of a synthesised REST API, <c>GET /orders</c> and the like.</summary>
internal static class RestRoutes
{
    public static List<string> Of(Synthesized template) =>
        [.. Methods(template).Select(method => Name(template, method)).Order(StringComparer.Ordinal)];

    public static IEnumerable<JsonNode> Methods(Synthesized template) =>
        template.All("AWS::ApiGateway::Method").Values.Select(method => method["Properties"]!);

    public static string Name(Synthesized template, JsonNode method) => $"{method["HttpMethod"]} {Path(template, method["ResourceId"]!)}";

    private static string Path(Synthesized template, JsonNode reference)
    {
        if (reference["Fn::GetAtt"] is not null)
        {
            return string.Empty;
        }

        var resource = template.Resources[reference.Target()]!["Properties"]!;
        return $"{Path(template, resource["ParentId"]!)}/{resource["PathPart"]}";
    }
}
