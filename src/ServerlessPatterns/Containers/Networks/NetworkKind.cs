namespace ServerlessPatterns;

/// <summary>The kinds of <see cref="Network"/>.</summary>
internal enum NetworkKind
{
    Isolated,
    Nat,
    PublicSubnets,
}
