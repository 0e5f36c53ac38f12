using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The defaults of the patterns with a queue that more than one place needs, in plain values.</summary>
internal static class QueueDefaults
{
    public const double BatchSize = 10;

    // AWS recommends at least 5 beside Lambda: a batch that is throttled has been received too.
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    public const double MaxReceiveCount = 5;

    // Half the cold start that a .NET function has with 512 MiB.
    public const double MemorySize = 1024;
    public const double TimeoutSeconds = 30;

    // What SQS takes for a queue, and Lambda for a function, that says nothing about it.
    public const double ServiceVisibilitySeconds = 30;
    public const double ServiceFunctionTimeoutSeconds = 3;

    public static Duration RetentionPeriod => Duration.Days(4);
}
