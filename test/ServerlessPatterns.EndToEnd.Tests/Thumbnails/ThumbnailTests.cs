using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What the tests of the deployed thumbnail stack share: uploads, deliveries and what comes of them.</summary>
[Collection(Collection)]
public abstract class ThumbnailTests
{
    public const string Collection = "Thumbnail, deployed";

    private readonly ThumbnailDeployment deployment;

    protected ThumbnailTests(ThumbnailDeployment deployment)
    {
        Tool.RequireForDeployment();
        this.deployment = deployment;
    }

    internal ThumbnailDeployment Deployment => deployment;

    internal AmazonS3Client S3 => deployment.Gallery.Aws.S3;

    internal string Source => deployment.Stack.Outputs["SourceBucket"];

    internal string Destination => deployment.Stack.Outputs["DestinationBucket"];

    internal string Table => deployment.Stack.Outputs["Table"];

    internal async Task<StoredObject> UploadAsync(string key, byte[] bytes, string contentType = "image/jpeg")
    {
        using var body = new MemoryStream(bytes);
        var stored = await S3.PutObjectAsync(new PutObjectRequest { BucketName = Source, Key = key, InputStream = body, ContentType = contentType });
        return new(Source, key, stored.VersionId, stored.ETag.Trim('"'), bytes.Length);
    }

    /// <summary>Returns the delete marker, which is a version of its own.</summary>
    internal async Task<StoredObject> DeleteAsync(StoredObject stored)
    {
        var marker = await S3.DeleteObjectAsync(Source, stored.Key);
        marker.DeleteMarker.ShouldBe("true");
        return stored with { VersionId = marker.VersionId };
    }

    internal Task DeleteVersionAsync(StoredObject stored) => S3.DeleteObjectAsync(Source, stored.Key, stored.VersionId);

    /// <summary>As EventBridge: to the function when the deployed rule matches, else nowhere.</summary>
    internal async Task<Delivery> DeliverAsync(JsonObject payload)
    {
        deployment.Rule.Matches(payload).ShouldBeTrue(payload.ToJsonString());
        return await InvokeAsync(payload);
    }

    internal async Task<Delivery> InvokeAsync(JsonObject payload, TimeSpan clockStep = default)
    {
        var before = deployment.Proxy.Calls.Count;
        var answer = await deployment.Running.InvokeAsync(payload, clockStep);
        return new(answer!, [.. deployment.Proxy.Calls.Skip(before)]);
    }

    /// <summary>The item in plain values, without the table's key.</summary>
    internal async Task<JsonObject?> ItemAsync(string key)
    {
        var environment = deployment.Function.Environment;
        var (partition, sort) = (environment["PARTITION_KEY"], environment["SORT_KEY"]);
        var found = await deployment.Gallery.Aws.DynamoDb.GetItemAsync(new GetItemRequest
        {
            TableName = Table,
            ConsistentRead = true,
            Key = new() { [partition] = new() { S = key }, [sort] = new() { S = Source } },
        });
        return found.IsItemSet ? Plain(found.Item.Where(pair => pair.Key != partition && pair.Key != sort)) : null;
    }

    internal async Task<Thumbnail?> ThumbnailAsync(string key)
    {
        try
        {
            using var found = await S3.GetObjectAsync(Destination, key);
            using var bytes = new MemoryStream();
            await found.ResponseStream.CopyToAsync(bytes);
            return new(key, WebP.Read(bytes.ToArray()), bytes.ToArray(), found.Headers.ContentType, found.Headers.CacheControl, found.ETag, found.LastModified);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    internal async Task<IReadOnlyList<Thumbnail>> ThumbnailsAsync(JsonObject item)
    {
        var found = new List<Thumbnail>();
        foreach (var key in item["thumbnails"]!.AsArray().Select(thumbnail => thumbnail!["key"]!.GetValue<string>()))
        {
            found.Add((await ThumbnailAsync(key)).ShouldNotBeNull(key));
        }

        return found;
    }

    private static JsonObject Plain(IEnumerable<KeyValuePair<string, AttributeValue>> attributes) =>
        new(attributes.Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value))));

    private static JsonNode? Plain(AttributeValue value) => value switch
    {
        { S: { } text } => text,
        { N: { } number } => long.Parse(number, CultureInfo.InvariantCulture),
        { M: { Count: > 0 } map } => Plain(map),
        { L: { } list } => new JsonArray([.. list.Select(Plain)]),
        _ => throw new JsonException("The item has an attribute of another type."),
    };
}
