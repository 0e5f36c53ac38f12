using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace ServerlessPatterns.Tests.Conventions;

/// <summary>Members of assemblies as text, types and signature included, without loading them.</summary>
internal static class MemberSignatures
{
    public static HashSet<string> Defined(MetadataReader reader)
    {
        var names = new SignatureNames(reader);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            var typeName = names.Of(type);
            members.UnionWith(type.GetMethods().Select(reader.GetMethodDefinition).Select(method =>
                Text(typeName, reader.GetString(method.Name), method.DecodeSignature(names, null))));
            members.UnionWith(type.GetFields().Select(reader.GetFieldDefinition).Select(field =>
                $"{field.DecodeSignature(names, null)} {typeName}.{reader.GetString(field.Name)}"));
        }

        return members;
    }

    public static IEnumerable<string> Referenced(MetadataReader reader, string assembly)
    {
        var names = new SignatureNames(reader);
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeReference)
            {
                continue;
            }

            var type = reader.GetTypeReference((TypeReferenceHandle)member.Parent);
            if (AssemblyOf(reader, type) != assembly)
            {
                continue;
            }

            var (typeName, name) = (names.Of(type), reader.GetString(member.Name));
            yield return member.GetKind() == MemberReferenceKind.Field
                ? $"{member.DecodeFieldSignature(names, null)} {typeName}.{name}"
                : Text(typeName, name, member.DecodeMethodSignature(names, null));
        }
    }

    private static string? AssemblyOf(MetadataReader reader, TypeReference type) => type.ResolutionScope.Kind switch
    {
        HandleKind.AssemblyReference =>
            reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
        HandleKind.TypeReference =>
            AssemblyOf(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope)),
        _ => null,
    };

    private static string Text(string type, string name, MethodSignature<string> signature) =>
        $"{signature.ReturnType} {type}.{name}({string.Join(", ", signature.ParameterTypes)})";

    private sealed class SignatureNames(MetadataReader own) : ISignatureTypeProvider<string, object?>
    {
        public string Of(TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
            ? $"{Of(own.GetTypeDefinition(outer))}+{own.GetString(type.Name)}"
            : $"{own.GetString(type.Namespace)}.{own.GetString(type.Name)}";

        public string Of(TypeReference type) => type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Of(own.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}+{own.GetString(type.Name)}"
            : $"{own.GetString(type.Namespace)}.{own.GetString(type.Name)}";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Of(reader.GetTypeDefinition(handle));

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Of(reader.GetTypeReference(handle));

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => $"{elementType}[]";

        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

        public string GetByReferenceType(string elementType) => $"{elementType}&";

        public string GetPointerType(string elementType) => $"{elementType}*";

        public string GetPinnedType(string elementType) => elementType;

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
            $"{genericType}<{string.Join(',', typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function pointer";
    }
}
