using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Stands in front of the emulator and notes every call that goes through.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private static readonly string[] NotPassedOn = ["Connection", "Transfer-Encoding", "Keep-Alive", "Host", "Expect"];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly ConcurrentQueue<RecordedCall> calls = new();
    private readonly Uri emulator;
    private readonly CallReader reader;
    private LoopbackServer server = null!;

    private RecordingProxy(Uri emulator, CallReader reader) => (this.emulator, this.reader) = (emulator, reader);

    public Uri Address => server.Address;

    public IReadOnlyList<RecordedCall> Calls => [.. calls];

    /// <summary>Answers Lambda's Invoke, for which the emulator has no engine; takes function name and payload.</summary>
    public Func<string, string, Task<InvocationResult>>? Invoke { get; set; }

    /// <summary>Answers what the emulator has not, by its <c>X-Amz-Target</c>; takes and gives JSON.</summary>
    public Dictionary<string, Func<JsonNode, Task<JsonObject>>> StandIns { get; } = new(StringComparer.Ordinal);

    public static async Task<RecordingProxy> StartAsync(Uri emulator, DeployedStack stack)
    {
        var proxy = new RecordingProxy(emulator, new CallReader(stack.Region, stack.Account));
        proxy.server = await LoopbackServer.StartAsync(proxy.AnswerAsync);
        return proxy;
    }

    /// <summary>Adds calls that did not go through here, but to a stand-in for another service.</summary>
    public void Note(IReadOnlyList<RecordedCall> others)
    {
        foreach (var call in others)
        {
            calls.Enqueue(call);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        if (context.Request.Path.Value!.Split('/') is ["", "2015-03-31", "functions", var function, "invocations"] && Invoke is not null)
        {
            await AnswerInvokeAsync(context.Response, await Invoke(function, System.Text.Encoding.UTF8.GetString(body)));
            return;
        }

        if (StandIns.TryGetValue(context.Request.Headers["X-Amz-Target"].ToString(), out var standIn))
        {
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.WriteAsync((await standIn(JsonNode.Parse(body)!)).ToJsonString());
            return;
        }

        // As it was sent: a key's %2F or .. must not become another key on the way.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Note(reader.Read(context.Request, target, body));
        await PassOnAsync(context, target, body);
    }

    // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    private static async Task AnswerInvokeAsync(HttpResponse response, InvocationResult result)
    {
        response.Headers["X-Amz-Executed-Version"] = "$LATEST";
        if (result.Failed)
        {
            response.Headers["X-Amz-Function-Error"] = "Unhandled";
        }

        await response.WriteAsync(result.Json);
    }

    private async Task PassOnAsync(HttpContext context, string target, byte[] body)
    {
        var uri = new Uri(emulator.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), uri) { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in context.Request.Headers.Where(header => !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
