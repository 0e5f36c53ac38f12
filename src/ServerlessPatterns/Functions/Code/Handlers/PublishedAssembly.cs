using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ServerlessPatterns;

/// <summary>Reads a published assembly's metadata; nothing of it is loaded or run.</summary>
internal sealed class PublishedAssembly : IDisposable
{
    private readonly PEReader image;
    private readonly MetadataReader metadata;
    private readonly string name;

    private PublishedAssembly(PEReader image)
    {
        this.image = image;
        metadata = image.GetMetadataReader();
        name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        Types = metadata.TypeDefinitions.Select(Read).ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>Types by full name.</summary>
    public IReadOnlyDictionary<string, PublishedType> Types { get; }

    public bool IsExecutable => image.PEHeaders.CorHeader!.EntryPointTokenOrRelativeVirtualAddress != 0;

    /// <summary>Holds machine code beside its IL.</summary>
    public bool IsReadyToRun => image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size != 0;

    /// <summary>Null when the file holds native code only.</summary>
    /// <exception cref="BadImageFormatException">The file is neither.</exception>
    public static PublishedAssembly? Read(Stream stream)
    {
        var portable = new PEReader(stream);
        if (portable.HasMetadata)
        {
            return new PublishedAssembly(portable);
        }

        portable.Dispose();
        return null;
    }

    public void Dispose() => image.Dispose();

    private PublishedType Read(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var methods = type.GetMethods().Select(metadata.GetMethodDefinition).ToArray();
        var isGeneric = type.GetGenericParameters().Count > 0;
        return new PublishedType(
            NameOf(handle),
            IsCandidate: (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
                && !type.Attributes.HasFlag(TypeAttributes.Interface)
                && !isGeneric,
            CanBeMade: !type.Attributes.HasFlag(TypeAttributes.Abstract) && methods.Any(IsDefaultConstructor),
            isGeneric,
            [.. methods.Where(method => !method.Attributes.HasFlag(MethodAttributes.SpecialName)).Select(Read)],
            BaseOf(type.BaseType));
    }

    private bool IsDefaultConstructor(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
        && metadata.StringComparer.Equals(method.Name, ".ctor")
        && Read(method).Parameters == 0;

    private PublishedMethod Read(MethodDefinition method)
    {
        var signature = metadata.GetBlobReader(method.Signature);
        var header = signature.ReadSignatureHeader();
        if (header.IsGeneric)
        {
            signature.ReadCompressedInteger();
        }

        return new PublishedMethod(
            metadata.GetString(method.Name),
            (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public,
            method.Attributes.HasFlag(MethodAttributes.Static),
            method.Attributes.HasFlag(MethodAttributes.Abstract),
            header.IsGeneric,
            signature.ReadCompressedInteger());
    }

    private (string Assembly, string Type)? BaseOf(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition when !handle.IsNil:
                return (name, NameOf((TypeDefinitionHandle)handle));
            case HandleKind.TypeReference when !handle.IsNil:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
                return reference.ResolutionScope.Kind == HandleKind.AssemblyReference
                    ? (metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name), FullName(reference.Namespace, reference.Name))
                    : null;
            case HandleKind.TypeSpecification:
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
                {
                    return null;
                }

                // The byte between says class or structure.
                signature.ReadByte();
                return BaseOf(signature.ReadTypeHandle());
            default:
                return null;
        }
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.IsNested
            ? NameOf(type.GetDeclaringType()) + "+" + metadata.GetString(type.Name)
            : FullName(type.Namespace, type.Name);
    }

    private string FullName(StringHandle space, StringHandle simpleName) =>
        space.IsNil ? metadata.GetString(simpleName) : metadata.GetString(space) + "." + metadata.GetString(simpleName);
}
