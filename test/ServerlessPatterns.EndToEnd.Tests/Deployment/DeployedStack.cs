using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>One resource of a stack, as the emulator made it.</summary>
internal sealed record DeployedResource(string LogicalId, string Type, string PhysicalId);

/// <summary>What a deployment left, as CloudFormation tells it.</summary>
internal sealed class DeployedStack
{
    private const string Version = "2010-05-15";

    private DeployedStack(string name, XElement described, XElement resources, JsonNode template)
    {
        Name = name;
        Id = described.Text("StackId");
        var id = Id.Split(':');
        (Region, Account) = (id[3], id[4]);
        // moto names some resources by nothing, permissions for instance.
        Resources =
        [
            .. resources.All("LogicalResourceId").Select(logical => logical.Parent!).Select(resource => new DeployedResource(
                resource.Text("LogicalResourceId"), resource.Text("ResourceType"), resource.All("PhysicalResourceId").FirstOrDefault()?.Value ?? string.Empty)),
        ];
        Template = template["Resources"]!.AsObject();

        // moto loses the outputs of a stack that a change set made. Those that refer to a resource need no help.
        Outputs = (template["Outputs"]?.AsObject() ?? [])
            .Select(output => (output.Key, Id: Refer(output.Value!["Value"]!)))
            .Where(output => output.Id is not null)
            .ToDictionary(output => output.Key, output => output.Id!, StringComparer.Ordinal);
    }

    public string Name { get; }

    public string Id { get; }

    public string Account { get; }

    public string Region { get; }

    public IReadOnlyDictionary<string, string> Outputs { get; }

    public IReadOnlyList<DeployedResource> Resources { get; }

    /// <summary>The resources of the template that was deployed, by logical id.</summary>
    public JsonObject Template { get; }

    public static async Task<DeployedStack> ReadAsync(AwsApi aws, string name, string template)
    {
        var described = await DescribeAsync(aws, name);
        var resources = await aws.QueryAsync("cloudformation", Version, "DescribeStackResources", ("StackName", name));
        return new(name, described, resources, JsonNode.Parse(template)!);
    }

    public static Task<XElement> DescribeAsync(AwsApi aws, string name) =>
        aws.QueryAsync("cloudformation", Version, "DescribeStacks", ("StackName", name));

    /// <summary>The types of the resources that the emulator left out, though it says that all is well.</summary>
    public IReadOnlyList<string> TypesNotMade => [.. Template
        .Where(resource => !Resources.Any(made => made.LogicalId == resource.Key))
        .Select(resource => resource.Value!["Type"]!.GetValue<string>())
        .Where(type => type != "AWS::CDK::Metadata")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>The template's resources of a type.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> OfType(string type) =>
        Template.Where(resource => resource.Value!["Type"]!.GetValue<string>() == type);

    public bool Keeps(DeployedResource resource) =>
        Template[resource.LogicalId]!["DeletionPolicy"]?.GetValue<string>() is "Retain" or "RetainExceptOnCreate";

    /// <summary>What a <c>Ref</c> of the template gives; nothing for another value, and for what was not made.</summary>
    public string? Refer(JsonNode value) => value is JsonObject && value["Ref"]?.GetValue<string>() is { } id
        ? Resources.SingleOrDefault(resource => resource.LogicalId == id)?.PhysicalId
        : null;

    /// <summary>The name of the only resource of a type whose logical id begins so.</summary>
    public string PhysicalId(string type, string logicalIdPrefix) => Resources
        .Single(resource => resource.Type == type && resource.LogicalId.StartsWith(logicalIdPrefix, StringComparison.Ordinal))
        .PhysicalId;
}
