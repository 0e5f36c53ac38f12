using System.Globalization;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// Events as S3 hands them to EventBridge.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
/// </summary>
internal static class S3Event
{
    private static long order = 0x0062E99A88DC407460;

    /// <summary>Real ones have 18 digits, and grow with each change of the object.</summary>
    public static string NextSequencer() => Interlocked.Increment(ref order).ToString("X18", CultureInfo.InvariantCulture);

    public static JsonObject Created(StoredObject stored, string? sequencer = null) =>
        Event("Object Created", stored.Bucket, stored.Key, stored.VersionId, sequencer, new JsonObject
        {
            ["size"] = stored.Size,
            ["etag"] = stored.ETag,
        }, new JsonObject { ["reason"] = "PutObject" });

    /// <summary>What a delete without a version id makes in a versioned bucket.</summary>
    public static JsonObject DeleteMarkerCreated(StoredObject stored, string? sequencer = null) =>
        Event("Object Deleted", stored.Bucket, stored.Key, stored.VersionId, sequencer, [], new JsonObject
        {
            ["reason"] = "DeleteObject",
            ["deletion-type"] = "Delete Marker Created",
        });

    /// <summary>What the lifecycle rule for old versions makes.</summary>
    public static JsonObject VersionExpired(StoredObject stored) =>
        Event("Object Deleted", stored.Bucket, stored.Key, stored.VersionId, null, [], new JsonObject
        {
            ["reason"] = "Lifecycle Expiration",
            ["deletion-type"] = "Permanently Deleted",
        });

    private static JsonObject Event(string type, string bucket, string key, string? versionId, string? sequencer, JsonObject more, JsonObject cause)
    {
        more["key"] = key;
        more["version-id"] = versionId;
        more["sequencer"] = sequencer ?? NextSequencer();
        cause["version"] = "0";
        cause["bucket"] = new JsonObject { ["name"] = bucket };
        cause["object"] = more;
        cause["request-id"] = "N4N7GDK58NMKJ12R";
        cause["requester"] = "123456789012";
        cause["source-ip-address"] = "192.0.2.1";
        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = type,
            ["source"] = "aws.s3",
            ["account"] = "123456789012",
            ["time"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = "us-east-1",
            ["resources"] = new JsonArray($"arn:aws:s3:::{bucket}"),
            ["detail"] = cause,
        };
    }
}

/// <summary>One version of an object, as S3 confirmed it.</summary>
internal sealed record StoredObject(string Bucket, string Key, string? VersionId, string? ETag, long Size);
