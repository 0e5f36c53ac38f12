using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud.Operations;

/// <summary><c>DELETE</c>: no item is there afterwards, whether one was before or not.</summary>
internal sealed class DeleteItem(CrudSettings settings, ItemTable table) : IOperation
{
    public async Task<ProxyResponse> RunAsync(ProxyRequest request, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var condition = WriteCondition.Of(Preconditions.Read(request), settings.PartitionKey);
        return await table.DeleteAsync(ItemKey.FromPath(keys, settings), condition, cancellation).ConfigureAwait(false)
            ? new ProxyResponse(204)
            : throw new ProblemException(Problem.PreconditionFailed);
    }
}
