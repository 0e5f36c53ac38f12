// A Lambda runtime for .NET: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
using System.Net.Http.Json;
using ServerlessPatterns.LambdaHost;

using var http = new HttpClient
{
    BaseAddress = new Uri($"http://{Variable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/"),
    Timeout = Timeout.InfiniteTimeSpan,
};

Func<Stream, Task<Stream>> handler;
try
{
    handler = HandlerLoader.Load(Variable("LAMBDA_TASK_ROOT"), Variable("_HANDLER"));
}
#pragma warning disable CA1031 // Whatever it is, the runtime's task is to tell it.
catch (Exception exception)
{
    await ReportAsync("init/error", exception);
    return 1;
}

while (true)
{
    using var next = await http.GetAsync(Address("invocation/next"));
    var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
    try
    {
        await using var input = await next.Content.ReadAsStreamAsync();
        using var content = new StreamContent(await handler(input));
        using var response = await http.PostAsync(Address($"invocation/{id}/response"), content);
    }
    catch (Exception exception)
    {
        await ReportAsync($"invocation/{id}/error", exception);
    }
}

async Task ReportAsync(string path, Exception exception)
{
    var error = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["errorType"] = exception.GetType().Name,
        ["errorMessage"] = exception.ToString(),
    };
    using var response = await http.PostAsJsonAsync(Address(path), error);
}

static string Variable(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");

static Uri Address(string path) => new(path, UriKind.Relative);
