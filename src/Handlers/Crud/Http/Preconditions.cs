namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>The conditions that a request puts on the item's state (RFC 9110, section 13.2.2).</summary>
internal sealed record Preconditions(EntityTagList? IfMatch, EntityTagList? IfNoneMatch)
{
    public static Preconditions Read(ProxyRequest request) =>
        new(EntityTagList.Read(request, "If-Match"), EntityTagList.Read(request, "If-None-Match"));

    /// <summary>Whether an item that exists has the state that <c>If-Match</c> asks for.</summary>
    public bool IsMatch(string? version) =>
        IfMatch is null || IfMatch.IsAny || (version is not null && IfMatch.Strong.Contains(version));

    /// <summary>Whether an item that exists has a state that <c>If-None-Match</c> excludes.</summary>
    public bool IsExcluded(string? version) =>
        IfNoneMatch is not null && (IfNoneMatch.IsAny || (version is not null && IfNoneMatch.Weak.Contains(version)));
}
