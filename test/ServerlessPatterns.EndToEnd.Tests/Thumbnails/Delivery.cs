using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What the function answered to an event, and the calls that it made for it.</summary>
internal sealed record Delivery(JsonNode Answer, IReadOnlyList<RecordedCall> Calls)
{
    public IEnumerable<RecordedCall> ObjectWrites => Calls.Where(call => call.Action is "s3:PutObject" or "s3:DeleteObject");

    public string? Outcome => Answer["outcome"]?.GetValue<string>();
}

/// <summary>A thumbnail as S3 holds it.</summary>
internal sealed record Thumbnail(
    string Key, WebP Image, byte[] Bytes, string ContentType, string CacheControl, string ETag, DateTime? LastModified);
