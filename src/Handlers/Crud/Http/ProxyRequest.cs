namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>A request, however API Gateway put it.</summary>
internal sealed record ProxyRequest
{
    public required PayloadFormat Format { get; init; }

    public required string RequestId { get; init; }

    public required string Method { get; init; }

    /// <summary>The path as the client sent it, with the stage or the base path of a custom domain.</summary>
    public required string VisiblePath { get; init; }

    /// <summary>The segments below the stage, decoded.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    /// <summary>By name in lower case; several lines of one header are one, joined by commas.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Query { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>A query parameter that can be there once.</summary>
    public string? Parameter(string name) => Query.GetValueOrDefault(name) switch
    {
        null or [] => null,
        [var value] => value,
        _ => throw new ProblemException(Problem.BadRequest($"The query has {name} more than once.")),
    };
}
