using System.Text.Json.Nodes;

namespace ServerlessPatterns.Events.Tests.Models;

/// <summary>Calls a handler as Lambda does, and reads its answer as Lambda does.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html</remarks>
internal static class Answer
{
    /// <summary>The identifiers that are to be delivered again; null when all of the batch is.</summary>
    public static async Task<HashSet<string>?> AskAsync<TRecord>(BatchHandler<TRecord> handler, Ledger ledger, JsonObject batch, IEnumerable<string> ids)
        where TRecord : notnull
    {
        ledger.Invocations++;
        await using var input = batch.ToStream();
        try
        {
            await using var output = await handler.FunctionHandler(input);
            var answer = await JsonNode.ParseAsync(output);
            var failures = answer?["batchItemFailures"]?.AsArray().Select(failure => failure?["itemIdentifier"]?.GetValue<string>() ?? "").ToHashSet() ?? [];
            return failures.Contains("") || !failures.IsSubsetOf(ids) ? null : failures;
        }
        catch (BatchFailedException)
        {
            return null;
        }
    }
}
