using Xunit.Sdk;
using Xunit.v3;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Runs "X, deployed" before "X, destroyed".</summary>
public sealed class ByName : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];
}
