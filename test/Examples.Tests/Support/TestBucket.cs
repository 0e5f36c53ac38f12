using Amazon.S3;
using Amazon.S3.Model;

namespace Examples.Tests.Support;

/// <summary>A bucket of its own for a test.</summary>
internal sealed class TestBucket : IAsyncDisposable
{
    private TestBucket(AmazonS3Client client, string name) => (Client, Name) = (client, name);

    public AmazonS3Client Client { get; }

    public string Name { get; }

    public static async Task<TestBucket> CreateAsync(EmulatorFixture emulator)
    {
        var bucket = new TestBucket(emulator.S3, $"bucket-{Guid.NewGuid():N}");
        await bucket.Client.PutBucketAsync(bucket.Name);
        return bucket;
    }

    public async Task<string[]> KeysAsync() => [.. (await Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Name })).S3Objects?.Select(item => item.Key) ?? []];

    public async Task<(string Text, string ContentType)> ReadAsync(string key)
    {
        using var response = await Client.GetObjectAsync(Name, key);
        using var reader = new StreamReader(response.ResponseStream);
        return (await reader.ReadToEndAsync(), response.Headers.ContentType);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var key in await KeysAsync())
        {
            await Client.DeleteObjectAsync(Name, key);
        }

        await Client.DeleteBucketAsync(Name);
        Client.Dispose();
    }
}
