using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Amazon.Runtime.Credentials;
using ChatClient;

if (args.Length is 0 or > 2 || !Uri.TryCreate(args[0], UriKind.Absolute, out var backend) || backend.Scheme is not ("ws" or "wss"))
{
    await Console.Error.WriteLineAsync("usage: dotnet run --project examples/ChatClient -- wss://ID.execute-api.REGION.amazonaws.com/prod [room]").ConfigureAwait(false);
    return 1;
}

// A domain name of one's own does not say the region.
var region = backend.Host.Split('.') is [_, "execute-api", var part, ..] ? part : Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1";
using var end = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    end.Cancel();
};

try
{
    var credentials = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync().ConfigureAwait(false);
    var connection = await ChatConnection.OpenAsync(backend, args.ElementAtOrDefault(1) ?? "lobby", credentials, region, end.Token).ConfigureAwait(false);
    await using (connection.ConfigureAwait(false))
    {
        Console.WriteLine("connected: write a line and press enter, Ctrl+C ends");
        await Task.WhenAny(ListenAsync(connection), WriteAsync(connection), PingAsync(connection)).Unwrap().ConfigureAwait(false);
    }
}
catch (OperationCanceledException)
{
    return 0;
}
catch (WebSocketException refused)
{
    await Console.Error.WriteLineAsync($"{refused.Message} May you connect? GrantConnect allows it.").ConfigureAwait(false);
    return 2;
}

return 0;

async Task ListenAsync(ChatConnection connection)
{
    while (await connection.ReceiveAsync(end.Token).ConfigureAwait(false) is { } message)
    {
        if (Describe(message) is { } line)
        {
            Console.WriteLine(line);
        }
    }

    Console.WriteLine("the connection has ended");
}

async Task WriteAsync(ChatConnection connection)
{
    for (var number = 1; await Console.In.ReadLineAsync(end.Token).ConfigureAwait(false) is { } line; number++)
    {
        await connection.SayAsync(line, number.ToString(CultureInfo.InvariantCulture), end.Token).ConfigureAwait(false);
    }

    // Nothing more to say: listen on.
    await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(false);
}

async Task PingAsync(ChatConnection connection)
{
    using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
    while (await timer.WaitForNextTickAsync(end.Token).ConfigureAwait(false))
    {
        await connection.PingAsync(end.Token).ConfigureAwait(false);
    }
}

static string? Describe(JsonNode message) => (string?)message["type"] switch
{
    "message" => $"{message["from"]}: {message["data"]?["text"]}",
    "sent" => $"  ({message["ref"]} reached {message["delivered"]})",
    "pong" => null,
    _ => $"  {message["code"] ?? "error"}: {message["message"]}",
};
