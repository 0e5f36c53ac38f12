using System.Reflection;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.PublicApi;

/// <summary>What the packages let users call is what was last accepted, signature by signature.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => ["ServerlessPatterns", "ServerlessPatterns.Events", "ServerlessPatterns.Testing"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PublicApi_OfAPackage_IsAsAccepted(string assembly) => ApprovedText.Verify(
        Path.Combine(Repository.Root, "src", assembly, "PublicApi.txt"),
        string.Concat(PublicApiListing.Of(Assembly.Load(assembly)).Select(line => $"{line}\n")),
        line => !line.StartsWith(PublicApiListing.Indent, StringComparison.Ordinal));
}
