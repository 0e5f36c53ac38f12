using ServerlessPatterns.Handlers.Crud.Http;

namespace ServerlessPatterns.Handlers.Crud;

/// <summary>The operation that a request asks for, and the keys that its path names.</summary>
internal sealed record Route(CrudOperations Operation, IReadOnlyList<string> Keys)
{
    private static readonly (string Method, CrudOperations Operation)[] CollectionMethods =
        [("GET", CrudOperations.List), ("POST", CrudOperations.Create)];

    private static readonly (string Method, CrudOperations Operation)[] ItemMethods =
    [
        ("GET", CrudOperations.Read),
        ("PUT", CrudOperations.Replace),
        ("PATCH", CrudOperations.Update),
        ("DELETE", CrudOperations.Delete),
    ];

    public static Route Find(ProxyRequest request, CrudSettings settings)
    {
        var start = request.Segments.ToList().IndexOf(settings.ResourceName);
        var keys = start < 0 ? [] : request.Segments.Skip(start + 1).ToList();
        var allowed = start < 0 || keys.Contains("") ? [] : Methods(keys.Count, settings);
        if (allowed.Count == 0)
        {
            throw new ProblemException(Problem.NotFound("There is no such resource."));
        }

        var match = allowed.FirstOrDefault(entry => entry.Method == request.Method);
        return match.Method is not null
            ? new Route(match.Operation, keys)
            : throw new ProblemException(Problem.MethodNotAllowed(string.Join(", ", allowed.Select(entry => entry.Method))));
    }

    /// <summary>
    /// With a sort key, the items of one partition are the collection that is listed: a list of all would be a scan.
    /// </summary>
    private static List<(string Method, CrudOperations Operation)> Methods(int keyCount, CrudSettings settings)
    {
        var keysOfItem = settings.SortKey is null ? 1 : 2;
        var methods = keyCount switch
        {
            _ when keyCount == keysOfItem => ItemMethods,
            _ when keyCount == keysOfItem - 1 => CollectionMethods,
            0 => [("POST", CrudOperations.Create)],
            _ => [],
        };
        return [.. methods.Where(entry => settings.Operations.HasFlag(entry.Operation))];
    }
}
