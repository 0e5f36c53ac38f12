using ServerlessPatterns.Handlers.Crud.Http;

namespace ServerlessPatterns.Handlers.Crud.Operations;

/// <summary>One thing that clients can do.</summary>
internal interface IOperation
{
    Task<ProxyResponse> RunAsync(ProxyRequest request, IReadOnlyList<string> keys, CancellationToken cancellation);
}
