using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Examples.Tests.Support;

/// <summary>A client whose first write another writer gets ahead of.</summary>
internal sealed class RacingClient : HttpClientFactory, IDisposable
{
    private readonly Func<Task> other;
    private bool raced;

    public RacingClient(EmulatorFixture emulator, Func<Task> other)
    {
        this.other = other;
        Client = emulator.DynamoDbThrough(this);
    }

    public AmazonDynamoDBClient Client { get; }

    public void Dispose() => Client.Dispose();

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client owns its handlers.")]
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Line(this) { InnerHandler = new SocketsHttpHandler() }, disposeHandler: true);

    private sealed class Line(RacingClient race) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!race.raced && request.Headers.GetValues("X-Amz-Target").Single().EndsWith(".TransactWriteItems", StringComparison.Ordinal))
            {
                race.raced = true;
                await race.other();
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
