using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ServerlessPatterns.Tests.PublicApi;

/// <summary>
/// What callers of an assembly can name, as C# declarations: a line for each type, and below it one for each member,
/// both by name.
/// </summary>
internal static class PublicApiListing
{
    public const string Indent = "    ";

    public static IReadOnlyList<string> Of(Assembly assembly) => Of(MetadataReference.CreateFromFile(assembly.Location));

    public static IReadOnlyList<string> Of(MetadataReference reference)
    {
        var compilation = CSharpCompilation.Create("Listing", references: [.. CompilerReferences.All, reference]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        return [.. Types(symbol.GlobalNamespace).Where(IsVisible)
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).SelectMany(Lines)];
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type => Types(type).Prepend(type),
        _ => [],
    });

    private static IEnumerable<string> Lines(INamedTypeSymbol type)
    {
        var members = type.TypeKind == TypeKind.Delegate ? [] : type.GetMembers().Where(member => member is not INamedTypeSymbol);
        return members.Where(IsVisible).Where(IsDeclared)
            .Select(member => (member.Name, Text: PublicApiText.Member(member)))
            .OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Text, StringComparer.Ordinal)
            .Select(member => Indent + member.Text)
            .Prepend(PublicApiText.Type(type));
    }

    private static bool IsVisible(ISymbol symbol)
    {
        var isCallable = symbol.DeclaredAccessibility is Accessibility.Public
            || (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && !symbol.ContainingType.IsSealed);
        return isCallable && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));
    }

    // Accessors stand with their property or event. What the compiler adds to a record follows from its being one,
    // but for its deconstruction; the parameterless constructor of a struct is always there.
    private static bool IsDeclared(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } => false,
        IMethodSymbol { Name: "Deconstruct" } => true,
        _ => !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute"),
    };
}
