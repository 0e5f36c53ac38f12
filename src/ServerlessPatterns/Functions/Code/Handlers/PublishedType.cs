namespace ServerlessPatterns;

/// <summary>A type of a published assembly, as far as handlers are concerned.</summary>
/// <param name="Name">The full name, with '+' before a nested type.</param>
/// <param name="IsCandidate">Public, a class, neither nested nor generic.</param>
/// <param name="CanBeMade">Has a public constructor without parameters, and is not abstract.</param>
/// <param name="IsGeneric">Has type parameters, which Lambda cannot fill.</param>
/// <param name="Methods">Its own methods.</param>
/// <param name="Base">Its base type, unless that is one of the framework's.</param>
internal sealed record PublishedType(
    string Name,
    bool IsCandidate,
    bool CanBeMade,
    bool IsGeneric,
    IReadOnlyList<PublishedMethod> Methods,
    (string Assembly, string Type)? Base);
