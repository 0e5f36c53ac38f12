using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// A task of the build (Handlers.targets): packs a folder so that equal files give an equal .zip, on every machine and at
/// every time. MSBuild's own ZipDirectory keeps times, permissions and the order of the file system.
/// </summary>
public sealed class DeterministicZip : Task
{
    // The oldest time that a .zip can hold.
    private static readonly DateTimeOffset Time = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Required]
    public string Folder { get; set; }

    [Required]
    public string File { get; set; }

    public override bool Execute()
    {
        var root = Path.GetFullPath(Folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        var names = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => file.Substring(root.Length).Replace('\\', '/'))
            .OrderBy(name => name, StringComparer.Ordinal);

        // Nobody sees half a file, and no older one stays when this fails.
        var unfinished = File + ".tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(File));
        using (var zip = new ZipArchive(new FileStream(unfinished, FileMode.Create), ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                using (var target = entry.Open())
                using (var source = System.IO.File.OpenRead(root + name))
                {
                    source.CopyTo(target);
                }
            }
        }

        System.IO.File.Delete(File);
        System.IO.File.Move(unfinished, File);
        return true;
    }
}
