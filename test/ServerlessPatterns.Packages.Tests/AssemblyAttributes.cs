using ServerlessPatterns.Packages.Tests;

// Packed once; apps are built and synthesised one after the other, since each takes the whole machine.
[assembly: AssemblyFixture(typeof(PackedPackages))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
