using System.Buffers.Binary;
using System.IO.Compression;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>The default handlers in the package are whole, and made for the processor in their name.</summary>
public sealed class HandlerTests(PackedPackages packages)
{
    private const ushort X64 = 62;
    private const ushort Arm64 = 183;

    [Theory]
    [InlineData("thumbnail-x64", X64)]
    [InlineData("thumbnail-arm64", Arm64)]
    public void Machine_OfNativeCode_IsThatOfTheName(string name, ushort machine)
    {
        using var handler = Open(name);
        var native = handler.Entries.Where(entry => entry.Name.EndsWith(".node", StringComparison.Ordinal) || entry.Name.Contains(".so.", StringComparison.Ordinal))
            .ToList();

        native.Count.ShouldBe(2);
        native.Select(Machine).ShouldAllBe(found => found == machine);
    }

    [Theory]
    [InlineData("thumbnail-x64", "index.mjs")]
    [InlineData("thumbnail-arm64", "index.mjs")]
    [InlineData("websocket", "index.mjs")]
    [InlineData("crud-x64", "ServerlessPatterns.Handlers.Crud.dll")]
    [InlineData("crud-x64", "ServerlessPatterns.Handlers.Crud.runtimeconfig.json")]
    [InlineData("crud-arm64", "ServerlessPatterns.Handlers.Crud.dll")]
    [InlineData("crud-arm64", "ServerlessPatterns.Handlers.Crud.runtimeconfig.json")]
    public void Entry_OfAHandler_IsThere(string name, string entry)
    {
        using var handler = Open(name);

        handler.GetEntry(entry).ShouldNotBeNull();
    }

    private static ushort Machine(ZipArchiveEntry entry)
    {
        Span<byte> header = stackalloc byte[20];
        using var content = entry.Open();
        content.ReadExactly(header);
        header[..4].SequenceEqual("\u007fELF"u8).ShouldBeTrue(entry.FullName);
        return BinaryPrimitives.ReadUInt16LittleEndian(header[18..]);
    }

    private ZipArchive Open(string name)
    {
        using var package = new PackageArchive(packages.PackageFile("ServerlessPatterns"));
        return new ZipArchive(new MemoryStream(package.Read($"handlers/{name}.zip")));
    }
}
