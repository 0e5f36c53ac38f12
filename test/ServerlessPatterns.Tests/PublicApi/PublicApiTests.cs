using System.Reflection;

namespace ServerlessPatterns.Tests.PublicApi;

/// <summary>What the packages let users call is what was last accepted, signature by signature.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => ["ServerlessPatterns", "ServerlessPatterns.Events", "ServerlessPatterns.Testing"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PublicApi_OfAPackage_IsAsAccepted(string assembly) => AcceptedText.Verify(
        $"src/{assembly}/PublicApi.txt",
        PublicApiListing.Of(Assembly.Load(assembly)),
        line => !line.StartsWith(PublicApiListing.Indent, StringComparison.Ordinal));
}
