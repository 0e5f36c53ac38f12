namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(Collection)]
public sealed class CrudHttpCollection : ICollectionFixture<CrudHttpDeployment>
{
    public const string Collection = "CrudHttp, deployed";
}

/// <summary>The gallery's <c>CrudHttpApi</c>, whose items have a sort key, with its function running.</summary>
public sealed class CrudHttpDeployment(GalleryFixture gallery) : FunctionDeployment(gallery, "CrudHttp")
{
    internal DeployedApi Api { get; private set; } = null!;

    internal string TableArn => $"arn:aws:dynamodb:{Stack.Region}:{Stack.Account}:table/{Stack.Outputs["Table"]}";

    protected override async Task StartAsync()
    {
        Api = DeployedApi.OfTemplate(Stack);
        await base.StartAsync();
    }

    /// <summary>As API Gateway: through the route that was deployed for the path.</summary>
    internal async Task<ApiAnswer> SendAsync(ApiCall call)
    {
        var route = Api.Find(call.Method, call.Path).ShouldNotBeNull($"{call.Method} {call.Path} has no route");
        var requestId = Guid.NewGuid().ToString();
        var answer = await Running.InvokeAsync(HttpApiEvent.Create(Api, Stack, route, call, requestId));
        return ApiAnswer.Read(answer!, requestId);
    }

    internal Task<ApiAnswer> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(new ApiCall(method, path) { Body = body, Headers = headers });
}
