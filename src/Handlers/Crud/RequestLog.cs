using System.Diagnostics;
using System.Text.Json;
using Amazon.Runtime;

namespace ServerlessPatterns.Handlers.Crud;

/// <summary>Writes one JSON line a request.</summary>
/// <remarks>
/// To the standard output itself: what goes through <see cref="Console.Out"/> is wrapped once more by Lambda's .NET
/// runtime, while lines that are JSON already are kept as they are.
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
/// </remarks>
internal sealed class RequestLog(Stream output)
{
    private readonly Lock gate = new();

    public bool IsMuted { get; set; }

    public void Write(RequestEntry entry)
    {
        if (IsMuted)
        {
            return;
        }

        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp"u8, DateTimeOffset.UtcNow);
            writer.WriteString("level"u8, entry.Status >= 500 ? "ERROR" : "INFO");
            writer.WriteString("message"u8, "request");
            writer.WriteString("requestId"u8, entry.RequestId);
            writer.WriteString("traceId"u8, Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
            writer.WriteString("method"u8, entry.Method);
            writer.WriteString("operation"u8, entry.Operation.ToString().ToLowerInvariant());
            writer.WriteNumber("status"u8, entry.Status);
            writer.WriteNumber("durationMs"u8, Math.Round(Stopwatch.GetElapsedTime(entry.Start).TotalMilliseconds, 1));
            if (entry.Failure is { } failure)
            {
                WriteFailure(writer, failure);
            }

            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        lock (gate)
        {
            line.WriteTo(output);
            output.Flush();
        }
    }

    /// <summary>DynamoDB's refusal of an item may quote the item, so that only its name is written.</summary>
    private static void WriteFailure(Utf8JsonWriter writer, Exception failure)
    {
        var code = (failure as AmazonServiceException)?.ErrorCode;
        writer.WriteStartObject("error"u8);
        writer.WriteString("type"u8, failure.GetType().FullName);
        writer.WriteString("code"u8, code);
        writer.WriteString("awsRequestId"u8, (failure as AmazonServiceException)?.RequestId);
        if (code != "ValidationException")
        {
            writer.WriteString("message"u8, failure.Message);
            writer.WriteString("stackTrace"u8, failure.StackTrace);
        }

        writer.WriteEndObject();
    }
}
