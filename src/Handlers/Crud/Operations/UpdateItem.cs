using System.Security.Cryptography;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Items;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud.Operations;

/// <summary>
/// <c>PATCH</c>: merges the body into the item. The write asks that nobody has written since the read, and begins
/// again with what they wrote, so that no update is lost.
/// </summary>
internal sealed class UpdateItem(CrudSettings settings, ItemTable table, ItemRules rules) : IOperation
{
    private const int MaxTries = 30;
    private const int FirstPauseMilliseconds = 50;
    private const int MaxPauseMilliseconds = 2000;

    public async Task<ProxyResponse> RunAsync(ProxyRequest request, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        MediaType.RequireMergePatch(request);
        var preconditions = Preconditions.Read(request);
        var key = ItemKey.FromPath(keys, settings);
        var patch = ItemJsonReader.Read(request.Body.Span);
        ItemRules.RefuseReserved(patch);
        ItemRules.SetKeys(patch, key, settings);

        for (var tries = 0; tries < MaxTries; tries++)
        {
            // The pause is before the read: one after it would be time for others to write.
            await PauseAsync(tries, cancellation).ConfigureAwait(false);
            var current = await table.GetAsync(key, cancellation).ConfigureAwait(false);
            var item = Patch(current, patch, preconditions);
            var result = await table.PutAsync(item, Unchanged(current), cancellation).ConfigureAwait(false);
            if (result.IsWritten)
            {
                return ProxyResponse.WithItem(200, item);
            }
        }

        throw new ProblemException(Problem.Contended);
    }

    private static Task PauseAsync(int tries, CancellationToken cancellation) => tries == 0
        ? Task.CompletedTask
        : Task.Delay(RandomNumberGenerator.GetInt32(Math.Min(MaxPauseMilliseconds, FirstPauseMilliseconds << Math.Min(tries, 10))), cancellation);

    private Dictionary<string, AttributeValue> Patch(
        Dictionary<string, AttributeValue>? current,
        Dictionary<string, AttributeValue> patch,
        Preconditions preconditions)
    {
        if (current is null)
        {
            throw new ProblemException(Problem.NotFound("There is no item with this key."));
        }

        var version = ItemAttributes.FindVersion(current);
        if (!preconditions.IsMatch(version) || preconditions.IsExcluded(version))
        {
            throw new ProblemException(Problem.PreconditionFailed);
        }

        var item = MergePatch.Apply(current, patch);
        item[ItemAttributes.Version] = new() { S = ItemAttributes.NewVersion() };
        rules.CheckItem(item);
        return item;
    }

    /// <summary>Items of other writers have no version until they get their first here.</summary>
    private WriteCondition Unchanged(Dictionary<string, AttributeValue>? current)
    {
        var condition = new WriteCondition(settings.PartitionKey).Exists();
        return ItemAttributes.FindVersion(current) is { } version ? condition.HasVersion(version) : condition.HasNoVersion();
    }
}
