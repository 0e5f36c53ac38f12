using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Amazon.Runtime;

namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>
/// Stands on the wire between the SDK and the emulator: records every call by its DynamoDB action, and fails, holds or
/// loses the ones that a test chooses.
/// </summary>
/// <remarks>
/// moto reads the old item, checks the condition and writes the new one without a lock: of 32 threads that put an item
/// of 200 attributes under one condition, several won in 60 of 60 rounds. DynamoDB does all three at once; so that moto
/// does too, writes to it pass one at a time.
/// </remarks>
internal sealed class Wire : HttpClientFactory, IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    public ConcurrentQueue<string> Actions { get; } = new();

    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>Decides about a call by its action; null lets it through.</summary>
    public Func<string, Fault?> Disturb { get; set; } = static _ => null;

    /// <summary>Whether writes pass one at a time.</summary>
    public bool Serialises { get; init; }

    public void Dispose() => oneAtATime.Dispose();

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client owns its handlers.")]
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Line(this) { InnerHandler = new SocketsHttpHandler() }, disposeHandler: true) { Timeout = clientConfig.Timeout ?? TimeSpan.FromSeconds(100) };

    private sealed class Line(Wire wire) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var action = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            wire.Actions.Enqueue(action);
            wire.Bodies.Enqueue(await request.Content!.ReadAsStringAsync(cancellationToken));
            switch (wire.Disturb(action))
            {
                case { Hangs: true }:
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
                case { LosesAnswer: true }:
                    (await base.SendAsync(request, cancellationToken)).Dispose();
                    throw new HttpRequestException("The connection was reset.");
                case { Breaks: true }:
                    throw new HttpRequestException("The connection was refused.");
                case { } fault:
                    return Answer(request, fault);
                default:
                    break;
            }

            if (!wire.Serialises || action is "GetItem" or "Query" or "Scan")
            {
                return await base.SendAsync(request, cancellationToken);
            }

            await wire.oneAtATime.WaitAsync(cancellationToken);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                wire.oneAtATime.Release();
            }
        }

        private static HttpResponseMessage Answer(HttpRequestMessage request, Fault fault) => new((HttpStatusCode)fault.Status)
        {
            RequestMessage = request,
            Content = new StringContent(
                $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{fault.Code}}","message":"{{fault.Message}}"}""",
                Encoding.UTF8,
                "application/x-amz-json-1.0"),
        };
    }
}
