using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>What the handler answered.</summary>
internal sealed record ApiResponse(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string ETag => Headers.GetValueOrDefault("ETag", "");

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public static async Task<ApiResponse> ReadAsync(Stream stream)
    {
        var response = (await JsonNode.ParseAsync(stream))!.AsObject();
        response["isBase64Encoded"]!.GetValueKind().ShouldBe(JsonValueKind.False);
        return new ApiResponse(
            response["statusCode"]!.GetValue<int>(),
            response["headers"]!.AsObject().ToDictionary(header => header.Key, header => header.Value!.GetValue<string>()),
            response["body"]!.GetValue<string>());
    }

    /// <summary>A problem in the form of RFC 9457, with the request's id and nothing of the inside.</summary>
    public void ShouldBeProblem(int status, string? pointer = null)
    {
        Status.ShouldBe(status, Body);
        Headers["Content-Type"].ShouldBe("application/problem+json");
        var problem = Json;
        problem["type"]!.GetValue<string>().ShouldBe("about:blank");
        problem["status"]!.GetValue<int>().ShouldBe(status);
        problem["title"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        problem["detail"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        problem["requestId"].ShouldNotBeNull();
        Body.ShouldNotContain("secret");
        Body.ShouldNotContain("   at ");
        Body.ShouldNotContain("Exception");
        if (pointer is not null)
        {
            problem["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe(pointer);
        }
    }
}
