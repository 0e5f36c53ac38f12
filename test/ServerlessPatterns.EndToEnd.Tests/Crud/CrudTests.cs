using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What the tests of the deployed REST API share: calls, which take the way of the deployed methods.</summary>
[Collection(Collection)]
public abstract class CrudTests
{
    public const string Collection = "CrudRest, deployed";

    private readonly CrudDeployment deployment;

    protected CrudTests(CrudDeployment deployment)
    {
        Tool.RequireForDeployment();
        this.deployment = deployment;
    }

    internal CrudDeployment Deployment => deployment;

    internal string Table => deployment.Stack.Outputs["Table"];

    internal string TableArn => $"arn:aws:dynamodb:{deployment.Stack.Region}:{deployment.Stack.Account}:table/{Table}";

    internal static string NewId() => $"order {Guid.NewGuid():N}";

    internal static string Item(string id) => $"/orders/{Uri.EscapeDataString(id)}";

    internal Task<ApiAnswer> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(new ApiCall(method, path) { Body = body, Headers = headers });

    /// <summary>As API Gateway: through the method that was deployed for the path.</summary>
    internal Task<ApiAnswer> SendAsync(ApiCall call)
    {
        var method = deployment.Api.Find(call.Method, call.Path).ShouldNotBeNull($"{call.Method} {call.Path} has no method");
        return SendAsync(method, call);
    }

    internal async Task<ApiAnswer> SendAsync(ApiMethod method, ApiCall call)
    {
        var requestId = Guid.NewGuid().ToString();
        var payload = RestApiEvent.Create(deployment.Api, deployment.Stack, method, call, requestId);
        return ApiAnswer.Read((await deployment.Running.InvokeAsync(payload))!, requestId);
    }

    internal async Task<(string Id, string ETag)> CreateAsync()
    {
        var id = NewId();
        var answer = await SendAsync("POST", "/orders", new JsonObject { ["id"] = id, ["customer"] = "Ada", ["quantity"] = 1 }.ToJsonString());
        return (id, answer.ShouldBe(201).ETag);
    }
}
