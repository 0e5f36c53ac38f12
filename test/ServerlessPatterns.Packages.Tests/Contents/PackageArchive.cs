using System.IO.Compression;
using System.Xml.Linq;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>A .nupkg or .snupkg file, opened.</summary>
internal sealed class PackageArchive(string file) : IDisposable
{
    private readonly ZipArchive zip = ZipFile.OpenRead(file);

    /// <summary>The paths of all files, in order, but for those that the format itself asks for.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. zip.Entries.Select(entry => entry.FullName)
            .Where(path => path is not ("[Content_Types].xml" or "_rels/.rels") && !path.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The metadata of the .nuspec file.</summary>
    public XElement Metadata
    {
        get
        {
            using var nuspec = new MemoryStream(Read(Files.Single(path => path.EndsWith(".nuspec", StringComparison.Ordinal))));
            var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
            foreach (var element in metadata.DescendantsAndSelf())
            {
                element.Name = element.Name.LocalName;
            }

            return metadata;
        }
    }

    public byte[] Read(string path)
    {
        using var content = zip.GetEntry(path)!.Open();
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        return memory.ToArray();
    }

    public void Dispose() => zip.Dispose();
}
