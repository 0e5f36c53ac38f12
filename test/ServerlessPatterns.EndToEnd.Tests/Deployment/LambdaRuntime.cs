using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Runs a function's code as Lambda does: one process, its deployed environment, one event at a time.</summary>
internal sealed class LambdaRuntime : IAsyncDisposable
{
    private readonly DeployedFunction function;
    private readonly Channel<Invocation> waiting = Channel.CreateUnbounded<Invocation>();
    private readonly Dictionary<string, Invocation> running = new(StringComparer.Ordinal);
    private LoopbackServer server = null!;
    private ChildProcess process = null!;

    private LambdaRuntime(DeployedFunction function) => this.function = function;

    /// <summary>What the code wrote, which Lambda would keep in the log group.</summary>
    public string Logs => process.Output;

    public static async Task<LambdaRuntime> StartAsync(DeployedFunction function, Uri endpoint, AwsCredentials credentials, string temporaryFolder)
    {
        var runtime = new LambdaRuntime(function);
        runtime.server = await LoopbackServer.StartAsync(runtime.AnswerAsync);
        var command = RuntimeCommand.Of(function);
        var start = ChildProcess.Describe(command.Program, command.Arguments, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var name in start.Environment.Keys.Where(name => name.ToUpperInvariant() is not ("PATH" or "SYSTEMROOT")).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in runtime.Variables(endpoint, credentials, temporaryFolder))
        {
            start.Environment[name] = value;
        }

        runtime.process = new ChildProcess(start);
        return runtime;
    }

    /// <param name="payload">The event.</param>
    /// <param name="clockStep">How far the handler's clock goes on each time that it looks at it.</param>
    public async Task<InvocationResult> InvokeAsync(string payload, TimeSpan clockStep = default)
    {
        var invocation = new Invocation(payload, TimeSpan.FromSeconds(function.TimeoutSeconds), clockStep);
        await waiting.Writer.WriteAsync(invocation);
        var first = await Task.WhenAny(invocation.Ended, process.Ended, Task.Delay(invocation.Timeout, CancellationToken.None));
        first.ShouldBe(invocation.Ended, $"{function.Name} did not answer {payload}:\n{Logs}");
        return await invocation.Ended;
    }

    public async ValueTask DisposeAsync()
    {
        process.Dispose();
        await server.DisposeAsync();
    }

    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
    private IEnumerable<KeyValuePair<string, string>> Variables(Uri endpoint, AwsCredentials credentials, string temporaryFolder) =>
        function.Environment.Concat(credentials.Variables(endpoint)).Concat(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_HANDLER"] = function.Handler,
            ["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_RUNTIME_API"] = server.Address.Authority,
            ["LAMBDA_TASK_ROOT"] = function.Folder,
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            ["TMPDIR"] = temporaryFolder,
        });

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Split('/')[3..];
        if (path is ["invocation", "next"])
        {
            await HandOutAsync(http.Response, await waiting.Reader.ReadAsync(http.RequestAborted));
            return;
        }

        using var body = new StreamReader(http.Request.Body);
        var json = await body.ReadToEndAsync(http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        if (path is ["invocation", var id, var outcome])
        {
            running[id].End(new(outcome == "error", json));
        }
        else
        {
            (await waiting.Reader.ReadAsync(http.RequestAborted)).End(new(true, json));
        }
    }

    private async Task HandOutAsync(HttpResponse response, Invocation invocation)
    {
        running[invocation.RequestId] = invocation;
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = Text((DateTimeOffset.UtcNow + invocation.Timeout).ToUnixTimeMilliseconds());
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = function.Name;
        response.Headers["Test-Clock-Step-Ms"] = Text((long)invocation.ClockStep.TotalMilliseconds);
        await response.WriteAsync(invocation.Payload);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
