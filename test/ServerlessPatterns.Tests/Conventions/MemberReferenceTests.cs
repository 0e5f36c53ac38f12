using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ServerlessPatterns.Tests.Conventions;

/// <summary>
/// A library is compiled against one CDK version and loaded into apps with another; .NET binds to exact signatures.
/// So every member that the library calls must exist, as it is, in the newest CDK too.
/// </summary>
public sealed class MemberReferenceTests
{
    [Theory]
    [InlineData("ServerlessPatterns.dll", 150)]
    [InlineData("ServerlessPatterns.Testing.dll", 5)]
    public void References_OfTheLibrary_ExistInTheNewestCdk(string library, int least)
    {
        using var newest = Open(NewestCdk());
        using var ours = Open(Path.Combine(AppContext.BaseDirectory, library));
        var members = MemberSignatures.Defined(newest.GetMetadataReader());

        var references = MemberSignatures.Referenced(ours.GetMetadataReader(), "Amazon.CDK.Lib").ToList();

        references.Count.ShouldBeGreaterThan(least);
        references.Where(reference => !members.Contains(reference)).ShouldBeEmpty();
    }

    private static PEReader Open(string file) => new(new MemoryStream(File.ReadAllBytes(file)));

    // PackageDownload brings the newest assembly into the package folder, without its dependencies.
    private static string NewestCdk()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var version = typeof(MemberReferenceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "NewestCdkVersion").Value!;
        return Directory.EnumerateFiles(
            Path.Combine(packages, "amazon.cdk.lib", version), "Amazon.CDK.Lib.dll", SearchOption.AllDirectories).Single();
    }
}
