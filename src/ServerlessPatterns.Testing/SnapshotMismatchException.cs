namespace ServerlessPatterns.Testing;

/// <summary>Thrown when a template differs from its snapshot, or when the snapshot is missing.</summary>
public sealed class SnapshotMismatchException : Exception
{
    internal SnapshotMismatchException(
        string message, string snapshotFile, IReadOnlyList<TemplateDifference> differences, Exception? inner = null)
        : base(message, inner)
    {
        SnapshotFile = snapshotFile;
        Differences = differences;
    }

    /// <summary>The full path of the snapshot.</summary>
    public string SnapshotFile { get; }

    /// <summary>The differences, those that replace resources first.</summary>
    /// <value>Empty when the snapshot is missing or unreadable.</value>
    public IReadOnlyList<TemplateDifference> Differences { get; }
}
