namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>Refuses bodies that are not the JSON that an operation takes.</summary>
internal static class MediaType
{
    private const string Json = "application/json";
    private const string MergePatch = "application/merge-patch+json";

    public static void RequireJson(ProxyRequest request) =>
        Require(request, "Accept", Json, Json);

    /// <summary>Plain JSON is taken for a merge patch as well; RFC 5789 names the header of the refusal.</summary>
    public static void RequireMergePatch(ProxyRequest request) =>
        Require(request, "Accept-Patch", MergePatch, MergePatch, Json);

    private static void Require(ProxyRequest request, string acceptHeader, params string[] accepted)
    {
        var parts = (request.Header("Content-Type") ?? "").Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..].Trim('"');
        var encoding = request.Header("Content-Encoding");
        if (!accepted.Contains(parts[0], StringComparer.OrdinalIgnoreCase)
            || (charset is not null && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            || (encoding is not null && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ProblemException(Problem.UnsupportedMediaType(
                $"The body must be {accepted[0]} in UTF-8, without a content encoding.", acceptHeader, string.Join(", ", accepted.Distinct())));
        }
    }
}
