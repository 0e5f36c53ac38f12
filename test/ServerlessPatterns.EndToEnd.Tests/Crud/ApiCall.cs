using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What a client sends; the path is without the stage, and encoded.</summary>
internal sealed record ApiCall(string Method, string Path)
{
    public string? Body { get; init; }

    public string? ContentType { get; init; }

    public (string Name, string Value)[] Headers { get; init; } = [];

    public (string Name, string Value)[] Query { get; init; } = [];

    public IEnumerable<(string Name, string Value)> AllHeaders =>
        Body is null ? Headers : Headers.Append(("Content-Type", ContentType ?? "application/json"));
}

/// <summary>What the client receives.</summary>
internal sealed record ApiAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body, string RequestId)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string ETag => Headers["ETag"];

    public static ApiAnswer Read(JsonNode answer, string requestId)
    {
        answer["isBase64Encoded"]!.GetValue<bool>().ShouldBeFalse();
        return new(
            answer["statusCode"]!.GetValue<int>(),
            answer["headers"]!.AsObject().ToDictionary(header => header.Key, header => header.Value!.GetValue<string>(), StringComparer.OrdinalIgnoreCase),
            answer["body"]!.GetValue<string>(),
            requestId);
    }

    public ApiAnswer ShouldBe(int status)
    {
        Status.ShouldBe(status, Body);
        return this;
    }

    /// <summary>RFC 9457, with the id that finds the request in the log.</summary>
    public ApiAnswer ShouldBeProblem(int status)
    {
        ShouldBe(status);
        Headers["Content-Type"].ShouldBe("application/problem+json");
        Json["status"]!.GetValue<int>().ShouldBe(status);
        Json["title"]!.GetValue<string>().ShouldNotBeEmpty();
        Json["detail"]!.GetValue<string>().ShouldNotBeEmpty();
        Json["requestId"]!.GetValue<string>().ShouldBe(RequestId);
        Body.ShouldNotContain("   at ");
        return this;
    }
}
