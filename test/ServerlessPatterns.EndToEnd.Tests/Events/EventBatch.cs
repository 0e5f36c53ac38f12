using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What one invocation gets of a queue or a shard.</summary>
internal sealed record EventBatch(IReadOnlyList<JsonObject> Records, Func<JsonObject, string> IdOf)
{
    public IReadOnlyList<string> Ids => [.. Records.Select(IdOf)];

    public JsonObject Event => new() { ["Records"] = new JsonArray([.. Records.Select(record => record.DeepClone())]) };

    public EventBatch Part(int start, int count) => this with { Records = [.. Records.Skip(start).Take(count)] };

    /// <summary>Which records the function wants again: those that its answer names, or all when it failed.</summary>
    public async Task<IReadOnlyList<string>> InvokeAsync(RunningFunction function, EventSourceMapping mapping)
    {
        var result = await function.Runtime.InvokeAsync(Event.ToJsonString());
        if (result.Failed)
        {
            return Ids;
        }

        mapping.ReportsFailures.ShouldBeTrue("Lambda would not look at the answer");
        string[] failed = [.. JsonNode.Parse(result.Json)!["batchItemFailures"]!.AsArray().Select(failure => failure!["itemIdentifier"]!.GetValue<string>())];

        // Lambda takes an answer with an id that it does not know as the failure of the whole batch.
        failed.ShouldBeSubsetOf(Ids);
        return failed;
    }
}
