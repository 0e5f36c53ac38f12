namespace ServerlessPatterns.Events;

/// <summary>Who made a change of a table.</summary>
public sealed record TableStreamIdentity
{
    /// <summary><c>Service</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>dynamodb.amazonaws.com</c>.</summary>
    public string? PrincipalId { get; init; }
}
