namespace ServerlessPatterns;

/// <summary>
/// The private build folder of one project and architecture, under the project's own <c>obj</c>: ignored by git and
/// by the project's own build, gone with the clone, and out of the way of the project's own outputs.
/// </summary>
internal sealed class BuildFolder
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan KeepTime = TimeSpan.FromDays(1);

    private readonly string root;
    private readonly string packages;
    private readonly string noReadyToRun;

    public BuildFolder(string projectFile, string runtimeIdentifier)
    {
        RuntimeIdentifier = runtimeIdentifier;
        // Two projects in one folder are rare and allowed.
        root = Path.Combine(
            Path.GetDirectoryName(projectFile)!, "obj", "serverless-patterns", Path.GetFileNameWithoutExtension(projectFile), runtimeIdentifier);
        packages = Path.Combine(root, "packages");
        noReadyToRun = Path.Combine(root, "no-ready-to-run");
        Artifacts = Path.Combine(root, "build");
        Publish = Path.Combine(root, "publish");
        Result = Path.Combine(root, "properties.json");
    }

    public string RuntimeIdentifier { get; }

    public string Artifacts { get; }

    public string Publish { get; }

    public string Result { get; }

    /// <summary>That the packs could not be had is believed for a day, so that every synth does not ask the feed again.</summary>
    public bool ReadyToRunIsUnavailable =>
        File.Exists(noReadyToRun) && DateTime.UtcNow - File.GetLastWriteTimeUtc(noReadyToRun) < KeepTime;

    public void RememberNoReadyToRun() => File.WriteAllText(noReadyToRun, "");

    /// <summary>Keeps other processes out until it is disposed of; null when that takes too long.</summary>
    public IDisposable? Lock(TimeSpan timeout)
    {
        Directory.CreateDirectory(root);
        var file = Path.Combine(root, "lock");
        for (var deadline = DateTime.UtcNow + timeout; ;)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                if (DateTime.UtcNow >= deadline)
                {
                    return null;
                }

                Thread.Sleep(RetryInterval);
            }
        }
    }

    /// <summary>An earlier publish leaves nothing behind: a file that is no longer published must not be deployed.</summary>
    public void Clean()
    {
        Delete(Publish);
        File.Delete(Result);
    }

    /// <summary>Moves what was published to a folder named by its content, which another synth may be reading just now.</summary>
    public (string Directory, long Bytes) Keep()
    {
        var (hash, bytes) = ContentHash.Of(Publish);
        var kept = Path.Combine(packages, hash);
        if (Directory.Exists(kept) && !string.Equals(ContentHash.Of(kept).Hash, hash, StringComparison.Ordinal))
        {
            Delete(kept);
        }

        if (!Directory.Exists(kept))
        {
            Directory.CreateDirectory(packages);
            Directory.Move(Publish, kept);
        }

        Directory.SetLastWriteTimeUtc(kept, DateTime.UtcNow);
        foreach (var old in Directory.EnumerateDirectories(packages).Where(IsOld))
        {
            Delete(old);
        }

        return (kept, bytes);
    }

    private static bool IsOld(string package) => DateTime.UtcNow - Directory.GetLastWriteTimeUtc(package) > KeepTime;

    private static void Delete(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
