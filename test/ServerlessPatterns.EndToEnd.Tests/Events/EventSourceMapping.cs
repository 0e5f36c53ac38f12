using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// The deployed way from a queue or stream to a function. The emulator's own poller is turned off: the tests read the
/// source in its place, since it neither has an engine to run the function nor does with the answer what Lambda does.
/// </summary>
internal sealed record EventSourceMapping(string Id, string EventSourceArn, JsonNode Settings)
{
    private const string Path = "/2015-03-31/event-source-mappings/";

    public int BatchSize => Settings["BatchSize"]!.GetValue<int>();

    public bool ReportsFailures => Settings["FunctionResponseTypes"]?.AsArray().Any(type => type!.GetValue<string>() == "ReportBatchItemFailures") == true;

    public bool Bisects => Settings["BisectBatchOnFunctionError"]?.GetValue<bool>() == true;

    public int Retries => Settings["MaximumRetryAttempts"]!.GetValue<int>();

    /// <summary>Without one, every record passes.</summary>
    public IReadOnlyList<JsonObject> Filters => [.. (Settings["FilterCriteria"]?["Filters"]?.AsArray() ?? [])
        .Select(filter => JsonNode.Parse(filter!["Pattern"]!.GetValue<string>())!.AsObject())];

    public static async Task<EventSourceMapping> ReadAsync(AwsApi aws, DeployedStack stack, DeployedFunction function)
    {
        var (logicalId, resource) = stack.OfType("AWS::Lambda::EventSourceMapping")
            .Single(mapping => stack.Refer(mapping.Value!["Properties"]!["FunctionName"]!) == function.Name);
        var properties = resource!["Properties"]!;
        var made = stack.Resources.SingleOrDefault(resource => resource.LogicalId == logicalId);
        if (made is null)
        {
            // A table's stream on moto: see MotoTemplate.
            return new(Guid.NewGuid().ToString(), await TableStreamAsync(aws, stack, properties), properties);
        }

        var settings = await aws.GetAsync("lambda", Path + made.PhysicalId);
        foreach (var (name, value) in properties.AsObject().Where(property => property.Key is not ("EventSourceArn" or "FunctionName" or "DestinationConfig")))
        {
            JsonNode.DeepEquals(settings[name], value).ShouldBeTrue($"{name} is {settings[name]} instead of {value}");
        }

        await aws.PutAsync("lambda", Path + made.PhysicalId, new { Enabled = false });
        (await aws.GetAsync("lambda", Path + made.PhysicalId))["State"]!.GetValue<string>().ShouldStartWith("Disabl");
        return new(made.PhysicalId, settings["EventSourceArn"]!.GetValue<string>(), settings);
    }

    public bool Passes(JsonNode record) => Filters.Count == 0 || Filters.Any(filter => EventPattern.Matches(filter, record));

    private static async Task<string> TableStreamAsync(AwsApi aws, DeployedStack stack, JsonNode properties)
    {
        var table = stack.Refer(new JsonObject { ["Ref"] = properties["EventSourceArn"]!["Fn::GetAtt"]![0]!.GetValue<string>() });
        return (await aws.DynamoDb.DescribeTableAsync(table)).Table.LatestStreamArn;
    }
}
