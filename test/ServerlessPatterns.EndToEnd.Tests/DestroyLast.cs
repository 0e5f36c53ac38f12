using Xunit.Sdk;
using Xunit.v3;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Runs what destroys the stacks when all else is done.</summary>
public sealed class DestroyLast : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
    [
        .. testCollections.OrderBy(collection => collection.TestCollectionDisplayName == DestroyTests.Collection)
            .ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal),
    ];
}
