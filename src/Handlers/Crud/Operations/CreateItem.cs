using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Items;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud.Operations;

/// <summary><c>POST</c>: makes an item, and the keys that the body does not have. It never overwrites.</summary>
internal sealed class CreateItem(CrudSettings settings, ItemTable table, ItemRules rules) : IOperation
{
    public async Task<ProxyResponse> RunAsync(ProxyRequest request, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        MediaType.RequireJson(request);
        var item = ItemJsonReader.Read(request.Body.Span);
        ItemRules.RefuseReserved(item);
        if (keys.Count > 0)
        {
            ItemRules.SetKey(item, settings.PartitionKey, settings.PartitionKey.FromPath(keys[0]));
        }

        ItemRules.EnsureKey(item, settings.PartitionKey);
        if (settings.SortKey is { } sortKey)
        {
            ItemRules.EnsureKey(item, sortKey);
        }

        item[ItemAttributes.Version] = new() { S = ItemAttributes.NewVersion() };
        rules.CheckItem(item);
        var result = await table.PutAsync(item, new WriteCondition(settings.PartitionKey).IsNew(), cancellation).ConfigureAwait(false);
        if (!result.IsWritten)
        {
            throw new ProblemException(Problem.Conflict("There is an item with this key already."));
        }

        var response = ProxyResponse.WithItem(201, item);
        response.Headers["Location"] = Location(request, keys, ItemKey.Of(item, settings));
        return response;
    }

    /// <summary>Below the path that the client sees, with the stage or the base path of a custom domain.</summary>
    private string Location(ProxyRequest request, IReadOnlyList<string> keys, ItemKey key)
    {
        var path = request.VisiblePath.TrimEnd('/');
        if (keys is [var partition])
        {
            // HTTP APIs have decoded it, and a slash in it with it.
            var end = path.EndsWith($"/{partition}", StringComparison.Ordinal) ? path.Length - partition.Length - 1 : path.LastIndexOf('/');
            path = path[..end];
        }

        return string.Join('/', [path, .. key.Texts(settings).Select(Uri.EscapeDataString)]);
    }
}
