using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessPatterns;

/// <summary>Names a folder by its content.</summary>
internal static class ContentHash
{
    private const int Length = 32;

    /// <summary>The hash of all paths and contents, and the size of the files together.</summary>
    public static (string Hash, long Bytes) Of(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var total = 0L;
        var files = new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(directory, file.FullName).Replace('\\', '/'), File: file))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            var content = File.ReadAllBytes(file.FullName);
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, content);
            total += content.Length;
        }

        return (Convert.ToHexString(hash.GetHashAndReset())[..Length], total);
    }

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
