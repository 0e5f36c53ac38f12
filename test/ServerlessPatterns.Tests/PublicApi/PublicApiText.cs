using Microsoft.CodeAnalysis;

namespace ServerlessPatterns.Tests.PublicApi;

/// <summary>A public type or member as one line of C#, with all that a caller's code depends on.</summary>
internal static class PublicApiText
{
    private const SymbolDisplayMiscellaneousOptions Names = SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private static readonly SymbolDisplayFormat Reference = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: Names);

    private static readonly SymbolDisplayFormat Declaration = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: Names);

    public static string Type(INamedTypeSymbol type)
    {
        var modifiers = type switch
        {
            { TypeKind: not TypeKind.Class } => string.Empty,
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => string.Empty,
        };
        var bases = Bases(type).Select(parent => parent.ToDisplayString(Reference)).ToList();
        var inheritance = bases.Count == 0 ? string.Empty : $" : {string.Join(", ", bases)}";

        // Constraints come last in C#, after the bases.
        var parts = type.ToDisplayString(Declaration).Split(" where ", 2);
        var constraints = parts.Length == 2 ? $" where {parts[1]}" : string.Empty;
        return $"{Attributes(type)}public {modifiers}{parts[0]}{inheritance}{constraints}";
    }

    public static string Member(ISymbol member) => member switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field => $"{Attributes(field)}{field.Name} = {field.ConstantValue}",
        _ => $"{Attributes(member)}{member.ToDisplayString(Declaration)}",
    };

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return type.EnumUnderlyingType is { SpecialType: not SpecialType.System_Int32 } number ? [number] : [];
        }

        INamedTypeSymbol[] parents = type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent } ? [parent] : [];
        return parents.Concat(type.Interfaces.OrderBy(face => face.ToDisplayString(Reference), StringComparer.Ordinal));
    }

    // Those that change how a caller's code compiles; the others say something to the compiler alone.
    private static string Attributes(ISymbol symbol) => string.Concat(symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass!.Name is "ObsoleteAttribute" or "FlagsAttribute" or "ExperimentalAttribute"
            or "EditorBrowsableAttribute" or "AttributeUsageAttribute" or "SetsRequiredMembersAttribute"
            && !IsOfTheCompiler(attribute))
        .Select(attribute => attribute.ToString()!)
        .Order(StringComparer.Ordinal)
        .Select(text => $"[{text}] "));

    // A constructor of a type with required members is marked as obsolete for compilers that do not know them.
    private static bool IsOfTheCompiler(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: string message }, ..] && message.StartsWith("Constructors of types with required members", StringComparison.Ordinal);
}
