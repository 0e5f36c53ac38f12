namespace ServerlessPatterns.Testing;

/// <summary>Thrown when snapshots belong to no test any more.</summary>
public sealed class OrphanedSnapshotException : Exception
{
    internal OrphanedSnapshotException(string message, IReadOnlyList<string> files)
        : base(message)
    {
        Files = files;
    }

    /// <summary>The full paths of the snapshots that belong to no test.</summary>
    public IReadOnlyList<string> Files { get; }
}
