namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What the client did wrong, told as problems; the table stays as it is.</summary>
public sealed class CrudProblemTests(CrudDeployment deployment) : CrudTests(deployment)
{
    [Theory]
    [InlineData("""{"customer":""")]
    [InlineData("""["customer"]""")]
    [InlineData("""{"id":7,"customer":"Ada"}""")]
    [InlineData("""{"customer":"Ada","customer":"Eve"}""")]
    [InlineData("""{"customer":"Ada","total":1e200}""")]
    [InlineData("""{"customer":"Ada","_sp_version":"x"}""")]
    [InlineData("")]
    public async Task Post_BodyThatIsNoItem_IsRefused(string body) => (await SendAsync("POST", "/orders", body)).ShouldBeProblem(400);

    [Fact]
    public async Task Put_IdUnlikeThePath_IsRefused()
    {
        var path = Item(NewId());

        (await SendAsync("PUT", path, """{"id":"another","customer":"Ada"}""")).ShouldBeProblem(400);

        (await SendAsync("GET", path)).ShouldBeProblem(404);
    }

    [Theory]
    [InlineData(401 * 1024)]
    [InlineData((1024 * 1024) + 1)]
    public async Task Put_LargerThanTheTableHolds_IsRefused(int length)
    {
        var path = Item(NewId());

        (await SendAsync("PUT", path, $$"""{"customer":"{{new string('x', length)}}"}""")).ShouldBeProblem(413);

        (await SendAsync("GET", path)).ShouldBeProblem(404);
    }

    [Theory]
    [InlineData("POST", "/orders", "text/plain")]
    [InlineData("PUT", "/orders/a", "application/xml")]
    [InlineData("PATCH", "/orders/a", "application/json-patch+json")]
    public async Task Body_OfAnotherType_IsRefused(string method, string path, string type) =>
        (await SendAsync(new ApiCall(method, path) { Body = """{"customer":"Ada"}""", ContentType = type })).ShouldBeProblem(415);

    [Theory]
    [InlineData("GET", "/"), InlineData("GET", "/customers"), InlineData("POST", "/orders/a"), InlineData("DELETE", "/orders"), InlineData("GET", "/orders/a/b")]
    public void Route_Unknown_HasNoMethod(string method, string path) => Deployment.Api.Find(method, path).ShouldBeNull();

    [Theory]
    [InlineData("GET", "/customers", 404), InlineData("GET", "/orders/a/b", 404), InlineData("DELETE", "/orders", 405), InlineData("POST", "/orders/a", 405)]
    public async Task Route_UnknownButPassedOnToTheFunction_IsRefusedByIt(string method, string path, int status)
    {
        // As a catch-all would, were one added to the API: its resource has no parameters that the handler knows.
        var catchAll = Deployment.Api.Methods[0] with { HttpMethod = method, Path = path };

        (await SendAsync(catchAll, new ApiCall(method, path))).ShouldBeProblem(status);
    }
}
