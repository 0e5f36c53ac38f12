using ServerlessPatterns.Testing;

namespace ServerlessPatterns.Tests.Conventions;

public sealed class SnapshotOrphanTests
{
    [Fact]
    public void Snapshots_All_BelongToATest() => TemplateSnapshot.VerifyNoOrphans(typeof(SnapshotOrphanTests).Assembly);
}
