using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The web pages of other origins whose scripts may call an API (CORS).</summary>
public sealed class ApiCors
{
    /// <summary>The origins, such as <c>https://shop.example.com</c>, or <c>*</c> alone for all of them.</summary>
    public required IReadOnlyList<string> AllowOrigins { get; init; }

    /// <summary>The request headers that scripts may set.</summary>
    /// <value>
    /// The default value is <c>Authorization</c>, <c>Content-Type</c>, <c>If-Match</c>, <c>If-None-Match</c>,
    /// <c>X-Amz-Content-Sha256</c>, <c>X-Amz-Date</c>, <c>X-Amz-Security-Token</c> and <c>X-Api-Key</c>.
    /// </value>
    public IReadOnlyList<string> AllowHeaders { get; init; } =
    [
        "Authorization", "Content-Type", "If-Match", "If-None-Match",
        "X-Amz-Content-Sha256", "X-Amz-Date", "X-Amz-Security-Token", "X-Api-Key",
    ];

    /// <summary>The response headers that scripts may read.</summary>
    /// <value>The default value is <c>ETag</c>, <c>Location</c> and <c>Retry-After</c>.</value>
    public IReadOnlyList<string> ExposeHeaders { get; init; } = ["ETag", "Location", "Retry-After"];

    /// <summary>Whether browsers may send cookies and the like.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool AllowCredentials { get; init; }

    /// <summary>How long browsers may remember the answer to a preflight request, up to a day.</summary>
    /// <value>The default value is one hour.</value>
    public Duration? MaxAge { get; init; }

    internal Duration MaxAgeOrDefault => MaxAge ?? Duration.Hours(1);
}
