using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace PatternStarter.Tests;

/// <summary>A bucket that lists one object a page, and keeps what is written.</summary>
internal sealed class InMemoryBucket() : AmazonS3Client(new AnonymousAWSCredentials(), RegionEndpoint.USEast1)
{
    public SortedDictionary<string, string> Objects { get; } = new(StringComparer.Ordinal);

    public override Task<ListObjectsV2Response> ListObjectsV2Async(ListObjectsV2Request request, CancellationToken cancellationToken = default)
    {
        var rest = Objects.Where(entry => entry.Key.StartsWith(request.Prefix, StringComparison.Ordinal)
            && string.CompareOrdinal(entry.Key, request.ContinuationToken) > 0).ToList();
        return Task.FromResult(new ListObjectsV2Response
        {
            S3Objects = [.. rest.Take(1).Select(entry => new S3Object { Key = entry.Key, Size = entry.Value.Length })],
            IsTruncated = rest.Count > 1,
            NextContinuationToken = rest.FirstOrDefault().Key,
        });
    }

    public override Task<PutObjectResponse> PutObjectAsync(PutObjectRequest request, CancellationToken cancellationToken = default)
    {
        Objects[request.Key] = request.ContentBody;
        return Task.FromResult(new PutObjectResponse());
    }
}
