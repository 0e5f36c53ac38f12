namespace ServerlessPatterns;

/// <summary>A method that could be a handler.</summary>
internal sealed record PublishedMethod(string Name, bool IsPublic, bool IsStatic, bool IsAbstract, bool IsGeneric, int Parameters);
