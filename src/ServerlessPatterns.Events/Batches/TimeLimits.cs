using System.Globalization;

namespace ServerlessPatterns.Events;

/// <summary>How long a batch may take.</summary>
internal static class TimeLimits
{
    private static readonly TimeSpan LeastReserve = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan MostReserve = TimeSpan.FromSeconds(10);

    public static TimeSpan? FromEnvironment() => From(Environment.GetEnvironmentVariable(HandlerEnvironment.FunctionTimeoutSeconds));

    public static TimeSpan? From(string? seconds)
    {
        if (string.IsNullOrEmpty(seconds))
        {
            return null;
        }

        if (!int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > 900)
        {
            throw new InvalidOperationException($"The environment variable {HandlerEnvironment.FunctionTimeoutSeconds} is '{seconds}', not 1 to 900 seconds.");
        }

        var timeout = TimeSpan.FromSeconds(value);
        var reserve = timeout / 10;
        return timeout - (reserve < LeastReserve ? LeastReserve : reserve > MostReserve ? MostReserve : reserve);
    }

    public static CancellationTokenSource Start(TimeSpan? limit) =>
        limit is { } time ? new CancellationTokenSource(time) : new CancellationTokenSource();
}
