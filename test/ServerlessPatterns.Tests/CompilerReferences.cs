using Microsoft.CodeAnalysis;

namespace ServerlessPatterns.Tests;

/// <summary>The assemblies that these tests run with, for code that is compiled in a test.</summary>
internal static class CompilerReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];
}
