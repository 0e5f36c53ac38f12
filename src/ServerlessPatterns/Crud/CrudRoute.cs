namespace ServerlessPatterns;

/// <summary>One method on one path; the handler knows the same ones.</summary>
/// <param name="Id">The route's id in the construct tree.</param>
/// <param name="Operation">The operation that it is for.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Keys">How many keys the path has: 0 for <c>/orders</c>, 1 for <c>/orders/{id}</c>.</param>
internal sealed record CrudRoute(string Id, CrudOperations Operation, string Method, int Keys)
{
    /// <summary>The routes of the operations that are on.</summary>
    public static IReadOnlyList<CrudRoute> Of(CrudApiProps props)
    {
        var item = props.SortKeyName is null ? 1 : 2;
        List<CrudRoute> routes =
        [
            new("Create", CrudOperations.Create, "POST", 0),

            // With a sort key a list of everything would be a scan: what is listed is one partition.
            new("List", CrudOperations.List, "GET", item - 1),
            new("Read", CrudOperations.Read, "GET", item),
            new("Replace", CrudOperations.Replace, "PUT", item),
            new("Update", CrudOperations.Update, "PATCH", item),
            new("Delete", CrudOperations.Delete, "DELETE", item),
        ];
        if (props.SortKeyName is not null)
        {
            routes.Add(new("CreateInPartition", CrudOperations.Create, "POST", 1));
        }

        return [.. routes.Where(route => props.Operations.HasFlag(route.Operation))];
    }

    /// <summary>The path below the API, with a text for each key.</summary>
    // The names of the variables are the same whatever the keys are called: API Gateway refuses to rename one.
    public string Path(string resourceName, string id = "{id}", string sort = "{sort}") =>
        $"/{string.Join('/', new[] { resourceName, id, sort }.Take(Keys + 1))}";

    /// <summary>The path as it stands in ARNs, where a variable is a star.</summary>
    public string ArnPath(string resourceName) => Path(resourceName, "*", "*");
}
