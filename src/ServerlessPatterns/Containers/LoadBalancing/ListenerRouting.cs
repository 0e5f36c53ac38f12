namespace ServerlessPatterns;

/// <summary>Which requests of a shared listener are a service's own: those that match a path and a host, where both are given.</summary>
/// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html</remarks>
public sealed class ListenerRouting
{
    /// <summary>
    /// The place of the rule among those of the listener, 1 to 50,000 and each only once; the lowest that matches counts.
    /// </summary>
    public required int Priority { get; init; }

    /// <summary>
    /// Paths such as <c>/orders</c> and <c>/orders/*</c>, one of which must match. Case counts; <c>*</c> is any text and
    /// <c>?</c> one character. Paths and hosts together are at most five.
    /// </summary>
    /// <value>The default value is none: every path.</value>
    public IReadOnlyList<string> PathPatterns { get; init; } = [];

    /// <summary>Hosts such as <c>orders.example.com</c> and <c>*.example.com</c>, one of which must match.</summary>
    /// <value>The default value is none: every host.</value>
    public IReadOnlyList<string> HostHeaders { get; init; } = [];
}
