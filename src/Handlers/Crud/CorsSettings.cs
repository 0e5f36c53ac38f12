namespace ServerlessPatterns.Handlers.Crud;

/// <summary>Who may read the responses of a REST API from a script.</summary>
internal sealed record CorsSettings(IReadOnlyList<string> Origins, bool AllowCredentials, string ExposeHeaders)
{
    private const string Anyone = "*";

    public static CorsSettings? Read(Func<string, string?> find)
    {
        var origins = find(CrudEnvironment.CorsAllowOrigins)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return origins is not { Length: > 0 }
            ? null
            : new CorsSettings(
                origins,
                string.Equals(find(CrudEnvironment.CorsAllowCredentials), "true", StringComparison.OrdinalIgnoreCase),
                find(CrudEnvironment.CorsExposeHeaders) ?? "ETag,Location,Retry-After");
    }

    /// <summary>The gateway's answer to a preflight request is a mock; on REST the real answer's headers come from here.</summary>
    public void AddTo(IDictionary<string, string> headers, string? origin)
    {
        var anyone = Origins.Contains(Anyone);
        if (!anyone)
        {
            // https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
            headers["Vary"] = "Origin";
        }

        if (origin is null || (!anyone && !Origins.Contains(origin)))
        {
            return;
        }

        headers["Access-Control-Allow-Origin"] = anyone ? Anyone : origin;
        headers["Access-Control-Expose-Headers"] = ExposeHeaders;
        if (AllowCredentials && !anyone)
        {
            headers["Access-Control-Allow-Credentials"] = "true";
        }
    }
}
