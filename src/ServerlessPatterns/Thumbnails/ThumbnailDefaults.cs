using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The defaults of <see cref="ThumbnailPipelineProps"/> that more than one place needs, in plain values.</summary>
internal static class ThumbnailDefaults
{
    public const int OutputQuality = 80;

    // AVIF takes some 19 bytes a pixel to decode, the most of all formats: this much fits the default memory.
    public const long MaxInputPixels = 75_000_000;
    public const string CacheControl = "public, max-age=86400";
    public const int FunctionRetryAttempts = 2;
    public const string TimeToLiveAttribute = "expiresAt";

    // One full vCPU: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
    public const double MemorySize = 1769;
    public const double TimeoutSeconds = 60;

    public static IReadOnlyList<ThumbnailSize> Sizes { get; } =
    [
        new() { Name = "small", Width = 200, Height = 200, Fit = ThumbnailFit.Cover },
        new() { Name = "large", Width = 1024, Height = 1024, Fit = ThumbnailFit.Inside },
    ];

    public static Size MaxInputSize => Size.Mebibytes(50);

    public static Duration NoncurrentVersionExpiration => Duration.Days(30);

    public static Duration FunctionMaxEventAge => Duration.Hours(6);

    public static Duration RuleMaxEventAge => Duration.Hours(24);
}
