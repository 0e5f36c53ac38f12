namespace ServerlessPatterns;

/// <summary>A handler of a .NET runtime, taken apart.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Type">The full name of the type; null for an executable.</param>
/// <param name="Method">The method's name; null for an executable.</param>
internal sealed record DotnetHandler(string Assembly, string? Type, string? Method)
{
    public const string Allowed = "'Assembly::Namespace.Type::Method', or the assembly's name when it is an executable";

    public static DotnetHandler? Parse(string handler) => handler.Split("::") switch
    {
        [var assembly] when IsName(assembly) && !assembly.Contains(':', StringComparison.Ordinal) => new(assembly, null, null),
        [var assembly, var type, var method] when IsName(assembly) && IsName(type) && IsName(method) => new(assembly, type, method),
        _ => null,
    };

    private static bool IsName(string text) => text.Length > 0 && !text.Any(char.IsWhiteSpace);
}
