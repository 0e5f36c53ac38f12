using System.Text;

namespace ServerlessPatterns.Handlers.Crud;

/// <summary>
/// Sends a request through the handler in the init phase, which has a whole CPU: it loads the code, resolves the
/// credentials and opens the connection that the first client would otherwise wait for.
/// </summary>
internal static class WarmUp
{
    /// <summary>Lambda's init phase has 10 s in all, and an endpoint that does not answer must not use them up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Run(CrudHandler handler, CrudSettings settings, RequestLog log)
    {
        if (Path(settings) is not { } path)
        {
            return;
        }

        log.IsMuted = true;
        // Whatever comes of it, the handler answers and does not throw.
        Task.Run(() => SendAsync(handler, path)).Wait(Patience);
        log.IsMuted = false;
    }

    /// <summary>A read that is among the permissions of an operation that is on; writes are not tried.</summary>
    private static string? Path(CrudSettings settings)
    {
        var resource = $"/{settings.ResourceName}";
        var key = settings.PartitionKey.Type == KeyType.Number ? "0" : $"{CrudEnvironment.ReservedPrefix}warm-up";
        // A number as well as a text.
        var sortKey = settings.SortKey is null ? "" : "/0";
        if (settings.Operations.HasFlag(CrudOperations.Read))
        {
            return $"{resource}/{key}{sortKey}";
        }

        return settings.Operations.HasFlag(CrudOperations.List)
            ? resource + (settings.SortKey is null ? "" : $"/{key}")
            : null;
    }

    private static async Task SendAsync(CrudHandler handler, string path)
    {
        var list = "\"queryStringParameters\":{\"limit\":\"1\"}";
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"httpMethod":"GET","path":"{{path}}",{{list}}}"""));
        var output = await handler.HandleAsync(input).ConfigureAwait(false);
        await output.DisposeAsync().ConfigureAwait(false);
    }
}
