using System.Text.Json;

namespace ServerlessPatterns.Events;

/// <summary>Writes one JSON line for what failed, without what the record holds.</summary>
/// <remarks>
/// To the standard output itself: Lambda's .NET runtime wraps what goes through <see cref="Console.Out"/> once more, and
/// keeps lines that are JSON already as they are.
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
/// </remarks>
internal sealed class BatchLog(Stream output)
{
    private readonly object gate = new();

    public void WriteFailure(RawRecord record, Exception exception) => Write("ERROR", "record failed", writer =>
    {
        writer.WriteString("itemIdentifier"u8, record.Id);
        writer.WriteString("source"u8, record.Json.FindText("eventSourceARN"));
        if (record.Json.FindText("attributes", "ApproximateReceiveCount") is { } count)
        {
            writer.WriteString("receiveCount"u8, count);
        }

        writer.WriteStartObject("error"u8);
        writer.WriteString("type"u8, exception.GetType().FullName);
        writer.WriteString("message"u8, exception.Message);
        writer.WriteString("stackTrace"u8, exception.StackTrace);
        if (exception.InnerException is { } inner)
        {
            writer.WriteString("cause"u8, $"{inner.GetType().FullName}: {inner.Message}");
        }

        writer.WriteEndObject();
    });

    public void WriteLeft(int records, string reason) => Write("WARN", "records left for their next delivery", writer =>
    {
        writer.WriteNumber("records"u8, records);
        writer.WriteString("reason"u8, reason);
    });

    private void Write(string level, string message, Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp"u8, DateTimeOffset.UtcNow);
            writer.WriteString("level"u8, level);
            writer.WriteString("message"u8, message);
            writer.WriteString("traceId"u8, Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
            write(writer);
            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        lock (gate)
        {
            line.WriteTo(output);
            output.Flush();
        }
    }
}
