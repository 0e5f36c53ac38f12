using ServerlessPatterns.Testing;

namespace PatternStarter.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Snapshots_EachBelongsToATest() => TemplateSnapshot.VerifyNoOrphans(typeof(SnapshotTests).Assembly);
}
