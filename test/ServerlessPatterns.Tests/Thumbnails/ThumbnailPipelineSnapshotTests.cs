using Amazon.CDK;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineSnapshotTests
{
    [Fact]
    public void Template_Minimal_IsAsAccepted() => PatternSnapshot.Verify(stack => new ThumbnailPipeline(stack, "Thumbnails"));

    [Fact]
    public void Template_EverythingSet_IsAsAccepted() => PatternSnapshot.Verify(EverythingSet);

    internal static void EverythingSet(Stack stack) => new ThumbnailPipeline(stack, "Thumbnails", new()
    {
        SourcePrefixes = ["uploads/"],
        SourceSuffixes = [".jpg", ".png"],
        NoncurrentVersionExpiration = Duration.Days(7),
        DestinationPrefix = "small/",
        AccessLogsPrefix = "photos/",
        Sizes = [new() { Name = "wide", Width = 640 }],
        OutputFormat = ThumbnailFormat.Jpeg,
        OutputQuality = 70,
        CacheControl = "no-store",
        MaxInputSize = Size.Mebibytes(10),
        MaxInputPixels = 20_000_000,
        KeepThumbnailsOfDeleted = true,
        PartitionKeyName = "pk",
        SortKeyName = "sk",
        DeletedItemTimeToLive = Duration.Days(20),
        TableDeletionProtection = true,
        FunctionSettings = PatternSnapshot.FunctionInVpc(stack, Duration.Minutes(2), memorySize: 3008, ephemeralStorageSize: Size.Gibibytes(1)),
        FunctionRetryAttempts = 1,
        FunctionMaxEventAge = Duration.Hours(1),
        RuleRetryAttempts = 10,
        RuleMaxEventAge = Duration.Hours(2),
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
    });
}
