using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The defaults of the CRUD patterns that more than one place needs, in plain values.</summary>
internal static class CrudDefaults
{
    public const int DefaultPageSize = 25;
    public const int MaxPageSize = 100;
    public const double ThrottlingRateLimit = 100;
    public const double ThrottlingBurstLimit = 200;

    // Half the cold start that 512 MiB have.
    public const double MemorySize = 1024;

    // The handler gives up after 20 seconds, and API Gateway after 29.
    public const double TimeoutSeconds = 25;

    public const string WhileTableFails = "clients are answered with 503 and Retry-After until it is over.";

    public static Size MaxBodySize => Size.Mebibytes(1);
}
