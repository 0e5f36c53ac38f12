using ServerlessPatterns.EndToEnd.Tests;

// One emulator and one deployment of each stack, which the tests of that stack share.
[assembly: AssemblyFixture(typeof(GalleryFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestCollectionOrderer(typeof(DestroyLast))]
