using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>A route of a <see cref="WebSocketBackend"/>: which messages it is for, and what answers them.</summary>
public sealed class WebSocketBackendRoute
{
    /// <summary>
    /// What the route selection expression finds in the messages of this route, such as <c>send</c>: 1 to 128 letters,
    /// digits, hyphens, dots and underscores. Or <c>$connect</c>, <c>$disconnect</c> or <c>$default</c>, which are always
    /// there, to have another function answer them.
    /// </summary>
    public required string RouteKey { get; init; }

    /// <summary>A function of your own that answers the route; it is never reconfigured, and has no alarms here.</summary>
    /// <value>The default value is the function of the pattern.</value>
    public IFunction? Function { get; init; }

    /// <summary>
    /// Whether API Gateway sends the body that the function returns back to the client. The default handler answers by
    /// itself, through the management API.
    /// </summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool ReturnsResponse { get; init; }
}
