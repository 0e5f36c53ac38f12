using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Says in moto's words what a template says in CloudFormation's.</summary>
internal static class MotoTemplate
{
    public static string Adapt(string template)
    {
        // moto keeps what is marked Retain only. The other differs from it while a first deployment fails, which none does here.
        var json = JsonNode.Parse(template.Replace("\"RetainExceptOnCreate\"", "\"Retain\"", StringComparison.Ordinal))!;

        // A change set makes its resources in the order in which they stand there, whatever they depend on.
        var resources = json["Resources"]!.AsObject();
        var ordered = new JsonObject();
        foreach (var name in resources.Where(resource => !ReadsATable(resource.Value!)).Select(resource => resource.Key))
        {
            AddWithDependencies(name);
        }

        json["Resources"] = ordered;
        return json.ToJsonString();

        void AddWithDependencies(string name)
        {
            if (ordered.ContainsKey(name))
            {
                return;
            }

            foreach (var dependency in Dependencies(resources[name]!))
            {
                AddWithDependencies(dependency);
            }

            ordered[name] = NameFifoQueue(name, WithoutMissing(resources[name]!.DeepClone(), resources));
        }
    }

    // Where what moto makes asks for an attribute of what it does not make, the whole stack would fail.
    private static JsonNode WithoutMissing(JsonNode node, JsonObject resources)
    {
        switch (node)
        {
            case JsonObject found when found["Fn::GetAtt"] is JsonArray attribute && IsMissing(resources[attribute[0]!.GetValue<string>()]!):
                return $"{attribute[0]}.{attribute[1]}";
            case JsonObject found:
                foreach (var (name, value) in found.ToList())
                {
                    found[name] = value is null ? null : WithoutMissing(value.DeepClone(), resources);
                }

                return found;
            case JsonArray found:
                return new JsonArray([.. found.Select(item => item is null ? null : WithoutMissing(item.DeepClone(), resources))]);
            default:
                return node;
        }
    }

    private static bool IsMissing(JsonNode resource) =>
        resource["Type"]!.GetValue<string>().StartsWith("AWS::Scheduler::", StringComparison.Ordinal);

    // CloudFormation makes up a name that ends in .fifo.
    private static JsonNode NameFifoQueue(string logicalId, JsonNode resource)
    {
        if (resource["Type"]!.GetValue<string>() == "AWS::SQS::Queue" && resource["Properties"]?["FifoQueue"]?.GetValue<bool>() == true)
        {
            resource["Properties"]!["QueueName"] ??= $"{logicalId}.fifo";
        }

        return resource;
    }

    // moto empties a table's stream once it has called the function, for which it needs an engine, or failed to.
    private static bool ReadsATable(JsonNode resource) =>
        resource["Type"]!.GetValue<string>() == "AWS::Lambda::EventSourceMapping"
        && resource["Properties"]!["EventSourceArn"]!["Fn::GetAtt"]?[1]!.GetValue<string>() == "StreamArn";

    private static IEnumerable<string> Dependencies(JsonNode resource) => resource["DependsOn"] switch
    {
        JsonArray names => names.Select(name => name!.GetValue<string>()),
        JsonValue name => [name.GetValue<string>()],
        _ => [],
    };
}
