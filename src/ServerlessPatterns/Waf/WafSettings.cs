namespace ServerlessPatterns;

/// <summary>
/// A web ACL in front of an API or a load balancer: AWS's managed rules for common attacks and for known bad inputs, and
/// a limit for each client address. The rule against bodies over 8 KB only counts.
/// </summary>
public sealed class WafSettings
{
    /// <summary>The requests that one address may send in five minutes, 10 to 2,000,000,000.</summary>
    /// <value>The default value is 2,000.</value>
    public int RateLimit { get; init; } = 2000;
}
