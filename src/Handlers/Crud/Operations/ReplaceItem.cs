using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Items;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud.Operations;

/// <summary><c>PUT</c>: makes the item what the body says, whether it existed or not.</summary>
internal sealed class ReplaceItem(CrudSettings settings, ItemTable table, ItemRules rules) : IOperation
{
    public async Task<ProxyResponse> RunAsync(ProxyRequest request, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        MediaType.RequireJson(request);
        var preconditions = Preconditions.Read(request);
        var key = ItemKey.FromPath(keys, settings);
        var item = ItemJsonReader.Read(request.Body.Span);
        ItemRules.RefuseReserved(item);
        ItemRules.SetKeys(item, key, settings);
        item[ItemAttributes.Version] = new() { S = ItemAttributes.NewVersion() };
        rules.CheckItem(item);

        var result = await table.PutAsync(item, WriteCondition.Of(preconditions, settings.PartitionKey), cancellation).ConfigureAwait(false);
        if (!result.IsWritten)
        {
            throw new ProblemException(Problem.PreconditionFailed);
        }

        // RFC 9110, section 9.3.4.
        var isNew = result.Before is null && preconditions.IfMatch is null;
        return ProxyResponse.WithItem(isNew ? 201 : 200, item);
    }
}
