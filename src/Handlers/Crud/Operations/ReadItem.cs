using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Items;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud.Operations;

/// <summary><c>GET</c> of one item.</summary>
internal sealed class ReadItem(CrudSettings settings, ItemTable table) : IOperation
{
    public async Task<ProxyResponse> RunAsync(ProxyRequest request, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var preconditions = Preconditions.Read(request);
        var item = await table.GetAsync(ItemKey.FromPath(keys, settings), cancellation).ConfigureAwait(false)
            ?? throw new ProblemException(Problem.NotFound("There is no item with this key."));
        var version = ItemAttributes.FindVersion(item);
        if (!preconditions.IsMatch(version))
        {
            throw new ProblemException(Problem.PreconditionFailed);
        }

        if (!preconditions.IsExcluded(version))
        {
            return ProxyResponse.WithItem(200, item);
        }

        var notModified = new ProxyResponse(304);
        notModified.SetEntityTag(version);
        return notModified;
    }
}
