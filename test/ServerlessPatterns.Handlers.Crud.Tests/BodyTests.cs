using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

/// <summary>How a body arrives, and how large it may be.</summary>
public sealed class BodyTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private TestApi api = null!;

    public async ValueTask InitializeAsync() => api = await TestApi.CreateAsync(emulator);

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
        {
            await api.DisposeAsync();
        }
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Body_InBase64_IsDecoded(string version) =>
        (await SendAsync(version, new ApiRequest("PUT", "a") { Body = """{"name":"Zoë 🦊"}""", IsBase64 = true }))
            .Json["name"]!.GetValue<string>().ShouldBe("Zoë 🦊");

    [Theory]
    [InlineData("1.0", "text/plain"), InlineData("2.0", "text/plain")]
    [InlineData("1.0", "application/json; charset=latin1"), InlineData("2.0", "application/json; charset=latin1")]
    [InlineData("1.0", "application/merge-patch+json"), InlineData("2.0", "application/merge-patch+json")]
    [InlineData("1.0", ""), InlineData("2.0", "")]
    public async Task Put_OtherMediaType_IsUnsupported(string version, string contentType)
    {
        var response = await SendAsync(version, new ApiRequest("PUT", "a") { Body = "{}", ContentType = contentType });

        response.ShouldBeProblem(415);
        response.Headers["Accept"].ShouldBe("application/json");
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Patch_OtherMediaType_SaysWhatItAccepts(string version)
    {
        var response = await SendAsync(version, new ApiRequest("PATCH", "a") { Body = "[]", ContentType = "application/json-patch+json" });

        response.ShouldBeProblem(415);
        response.Headers["Accept-Patch"].ShouldBe("application/merge-patch+json, application/json");
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Put_MediaTypeWithUtf8AndOtherCase_IsAccepted(string version) =>
        (await SendAsync(version, new ApiRequest("PUT", "a") { Body = "{}", ContentType = "Application/JSON;charset=\"UTF-8\"" })).Status.ShouldBe(201);

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Put_ContentEncoding_IsUnsupported(string version) =>
        (await SendAsync(version, new ApiRequest("PUT", "a") { Body = "{}", Headers = new() { ["Content-Encoding"] = "gzip" } })).ShouldBeProblem(415);

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Item_Above400Kilobytes_IsTooLarge(string version)
    {
        // moto's limit is 405,000 bytes; ItemSizeTests has the handler's own.
        var most = new string('x', 404_800);
        (await SendAsync(version, new ApiRequest("PUT", "a") { Body = $$"""{"text":"{{most}}"}""" })).Status.ShouldBe(201);
        (await SendAsync(version, new ApiRequest("PUT", "a") { Body = $$"""{"text":"{{most}}{{new string('x', 5000)}}"}""" })).ShouldBeProblem(413);
        (await SendAsync(version, new ApiRequest("PATCH", "a") { Body = $$"""{"more":"{{new string('x', 5000)}}"}""" })).ShouldBeProblem(413);
    }

    [Theory, InlineData("1.0"), InlineData("2.0")]
    public async Task Body_AboveTheLimit_IsTooLargeBeforeItIsRead(string version)
    {
        await using var small = api.With(new() { [CrudEnvironment.MaxBodyBytes] = "20" });
        (await small.SendAsync(version, new ApiRequest("PUT", "a") { Body = new string('{', 21) })).ShouldBeProblem(413);
        (await small.SendAsync(version, new ApiRequest("PUT", "a") { Body = """{"n":1}""" })).Status.ShouldBe(201);
    }

    private Task<ApiResponse> SendAsync(string version, ApiRequest request) => api.SendAsync(version, request);
}
