using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The defaults of the stream processors that more than one place needs, in plain values.</summary>
internal static class StreamDefaults
{
    public const double BatchSize = 100;
    public const double RetryAttempts = 10;
    public const double ParallelizationFactor = 1;
    public const double MemorySize = 1024;
    public const double TimeoutSeconds = 60;

    public static Duration MaxRecordAge => Duration.Hours(24);

    // Twice the age at which records are given up: they reach the failure bucket before the stream drops them.
    public static Duration RetentionPeriod => Duration.Hours(48);

    public static Duration FailureExpiration => Duration.Days(30);
}
