using Amazon.CDK.AWS.APIGateway;

namespace ServerlessPatterns;

/// <summary>How often an API key may be used.</summary>
public sealed class ApiUsagePlan
{
    /// <summary>The requests that each key has in a <see cref="QuotaPeriod"/>, 1 or more.</summary>
    public required int QuotaLimit { get; init; }

    /// <summary>The period of <see cref="QuotaLimit"/>.</summary>
    /// <value>The default value is <c>DAY</c>.</value>
    public Period QuotaPeriod { get; init; } = Period.DAY;

    /// <summary>The requests a second that each key has, 1 to 10,000.</summary>
    /// <value>The default value is 10.</value>
    public double RateLimit { get; init; } = 10;

    /// <summary>The requests that each key has at once, 1 to 5,000.</summary>
    /// <value>The default value is 20.</value>
    public double BurstLimit { get; init; } = 20;

    /// <summary>The keys.</summary>
    /// <value>The default value is one new key, whose value only API Gateway knows.</value>
    public IReadOnlyList<IApiKey> ApiKeys { get; init; } = [];
}
