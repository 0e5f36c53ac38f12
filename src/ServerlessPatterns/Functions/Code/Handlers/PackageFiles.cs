using System.IO.Compression;

namespace ServerlessPatterns;

/// <summary>The files of a package, in a folder or a .zip alike.</summary>
internal sealed class PackageFiles : IDisposable
{
    private readonly Dictionary<string, Func<Stream>> files = new(StringComparer.Ordinal);
    private readonly ZipArchive? archive;

    private PackageFiles(string directory)
    {
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(directory, file.FullName).Replace('\\', '/')] = file.OpenRead;
            TotalBytes += file.Length;
        }
    }

    private PackageFiles(ZipArchive archive)
    {
        this.archive = archive;
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            files[entry.FullName] = () => Unpack(entry);
            TotalBytes += entry.Length;
        }
    }

    /// <summary>Paths from the package's root, with '/' on every system.</summary>
    public IReadOnlyCollection<string> Names => files.Keys;

    /// <summary>What the files take on Lambda's disk.</summary>
    public long TotalBytes { get; }

    /// <exception cref="InvalidDataException">The path is neither a folder nor a readable .zip file.</exception>
    public static PackageFiles Open(string path)
    {
        if (Directory.Exists(path))
        {
            return new PackageFiles(path);
        }

        return string.Equals(Path.GetExtension(path), ".zip", StringComparison.OrdinalIgnoreCase)
            ? new PackageFiles(ZipFile.OpenRead(path))
            : throw new InvalidDataException(path);
    }

    /// <summary>Case matters on Lambda, also where the package was built on a system where it does not.</summary>
    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>The file, seekable.</summary>
    public Stream Read(string name) => files[name]();

    public void Dispose() => archive?.Dispose();

    private static MemoryStream Unpack(ZipArchiveEntry entry)
    {
        var unpacked = new MemoryStream();
        using var packed = entry.Open();
        packed.CopyTo(unpacked);
        unpacked.Position = 0;
        return unpacked;
    }
}
