namespace ServerlessPatterns;

/// <summary>
/// The environment variables through which <see cref="ThumbnailPipeline"/> tells its function what to do. A handler
/// of your own reads the same ones.
/// </summary>
public static class ThumbnailEnvironment
{
    /// <summary>The name of the metadata table.</summary>
    public const string TableName = "TABLE_NAME";

    /// <summary>The attribute that holds the source object's key, the table's partition key.</summary>
    public const string PartitionKey = "PARTITION_KEY";

    /// <summary>The attribute that holds the source bucket's name, the table's sort key.</summary>
    public const string SortKey = "SORT_KEY";

    /// <summary>The name of the bucket that thumbnails are written to.</summary>
    public const string DestinationBucket = "DESTINATION_BUCKET";

    /// <summary>What the key of each thumbnail begins with.</summary>
    public const string DestinationPrefix = "DESTINATION_PREFIX";

    /// <summary>The sizes, a JSON array of objects with <c>name</c>, <c>width</c>, <c>height</c> and <c>fit</c>.</summary>
    public const string Sizes = "SIZES";

    /// <summary>The format: <c>webp</c>, <c>jpeg</c>, <c>png</c> or <c>avif</c>.</summary>
    public const string OutputFormat = "OUTPUT_FORMAT";

    /// <summary>The quality, 1 to 100.</summary>
    public const string OutputQuality = "OUTPUT_QUALITY";

    /// <summary>The most bytes that a source object may have.</summary>
    public const string MaxInputBytes = "MAX_INPUT_BYTES";

    /// <summary>The most pixels that a source image may have.</summary>
    public const string MaxInputPixels = "MAX_INPUT_PIXELS";

    /// <summary>The endings of the keys that are processed, a JSON array; empty for all.</summary>
    public const string SourceSuffixes = "SOURCE_SUFFIXES";

    /// <summary>Whether the thumbnails of a deleted object stay: <c>true</c> or <c>false</c>.</summary>
    public const string KeepThumbnailsOfDeleted = "KEEP_THUMBNAILS_OF_DELETED";

    /// <summary>The <c>Cache-Control</c> header of the thumbnails.</summary>
    public const string CacheControl = "CACHE_CONTROL";

    /// <summary>After how many seconds the item of a deleted object expires; not set when it never does.</summary>
    public const string DeletedItemTimeToLive = "DELETED_ITEM_TTL_SECONDS";

    /// <summary>The attribute that holds the time at which an item expires.</summary>
    public const string TimeToLiveAttribute = "TTL_ATTRIBUTE";
}
