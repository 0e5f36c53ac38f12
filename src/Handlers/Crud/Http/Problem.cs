using System.Globalization;

namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>What went wrong, as RFC 9457 tells it.</summary>
internal sealed record Problem(int Status, string Detail)
{
    private const string RetryAfterHeader = "Retry-After";

    public static Problem ItemTooLarge { get; } = new(413, "The item is larger than the 400 KB that the table can hold.");

    public static Problem PreconditionFailed { get; } = new(412, "The item is not in the state that the request asks for.");

    public static Problem Internal { get; } = new(500, "The service failed. The requestId finds the reason in its log.");

    public static Problem Throttled { get; } = Retriable(429, "The table takes no more requests at the moment.", 1);

    public static Problem Unavailable { get; } = Retriable(503, "The table cannot be reached at the moment.", 5);

    public static Problem Contended { get; } = Retriable(503, "The item is being changed by too many others.", 1);

    /// <summary>Where in the body, as a URI fragment.</summary>
    public string? Pointer { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Title => Status switch
    {
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        429 => "Too Many Requests",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    };

    public static Problem BadRequest(string detail, string? pointer = null) => new(400, detail) { Pointer = pointer };

    public static Problem NotFound(string detail) => new(404, detail);

    public static Problem Conflict(string detail) => new(409, detail);

    public static Problem MethodNotAllowed(string allow) =>
        new(405, $"The resource allows {allow}.") { Headers = Header("Allow", allow) };

    public static Problem UnsupportedMediaType(string detail, string acceptHeader, string accepted) =>
        new(415, detail) { Headers = Header(acceptHeader, accepted) };

    private static Problem Retriable(int status, string detail, int seconds) =>
        new(status, detail) { Headers = Header(RetryAfterHeader, seconds.ToString(CultureInfo.InvariantCulture)) };

    private static Dictionary<string, string> Header(string name, string value) => new(StringComparer.Ordinal) { [name] = value };
}
