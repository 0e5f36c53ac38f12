using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>What each route of an API asks of its callers.</summary>
/// <param name="Type">The authorization type, in API Gateway's words.</param>
/// <param name="Authorizer">The authorizer, where the type has one.</param>
/// <param name="Scopes">The scopes of which a token must have one.</param>
internal sealed record ApiAuthorization(string Type, CfnResource? Authorizer = null, IReadOnlyList<string>? Scopes = null);
