using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>What each route of an API asks of its callers.</summary>
/// <param name="Type">The authorization type, in API Gateway's words.</param>
internal sealed record ApiAuthorization(string Type)
{
    /// <summary>The authorizer, where the type has one.</summary>
    public CfnResource? Authorizer { get; private init; }

    /// <summary>The authorizer's properties.</summary>
    public Dictionary<string, object> Settings { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The scopes of which a token must have one.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public static ApiAuthorization Define(Construct scope, string type, string resourceType, Dictionary<string, object> settings) => new(type)
    {
        Authorizer = new CfnResource(scope, "Authorizer", new CfnResourceProps { Type = resourceType, Properties = settings }),
        Settings = settings,
    };
}
