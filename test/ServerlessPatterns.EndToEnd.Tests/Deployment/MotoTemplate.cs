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
        return NameWhatIsNotMade(json.ToJsonString(), ordered);

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

            ordered[name] = NameFifoQueue(name, resources[name]!.DeepClone());
        }
    }

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

    // moto makes nothing of schedule groups and identity providers, and refuses what asks for their ARN; their names are
    // known beforehand.
    private static string NameWhatIsNotMade(string template, JsonObject resources)
    {
        foreach (var (id, resource) in resources)
        {
            if (Arn(resource!) is { } arn)
            {
                template = template.Replace(
                    new JsonObject { ["Fn::GetAtt"] = new JsonArray(id, "Arn") }.ToJsonString(), new JsonObject { ["Fn::Sub"] = arn }.ToJsonString(), StringComparison.Ordinal);
            }
        }

        return template;
    }

    private static string? Arn(JsonNode resource) => resource["Type"]!.GetValue<string>() switch
    {
        "AWS::Scheduler::ScheduleGroup" => $"arn:${{AWS::Partition}}:scheduler:${{AWS::Region}}:${{AWS::AccountId}}:schedule-group/{resource["Properties"]!["Name"]}",
        "AWS::IAM::OIDCProvider" => $"arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:oidc-provider/{resource["Properties"]!["Url"]!.GetValue<string>()["https://".Length..]}",
        _ => null,
    };

    private static IEnumerable<string> Dependencies(JsonNode resource) => resource["DependsOn"] switch
    {
        JsonArray names => names.Select(name => name!.GetValue<string>()),
        JsonValue name => [name.GetValue<string>()],
        _ => [],
    };
}
