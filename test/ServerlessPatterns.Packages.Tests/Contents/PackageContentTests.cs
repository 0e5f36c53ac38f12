namespace ServerlessPatterns.Packages.Tests;

/// <summary>What is in each package, file for file, and how much.</summary>
public sealed class PackageContentTests(PackedPackages packages)
{
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;

    /// <summary>Each package with the most that its download may weigh, symbols apart.</summary>
    public static TheoryData<string, int> Packages => new()
    {
        { "ServerlessPatterns", 25 * Megabyte },
        { "ServerlessPatterns.Events", 100 * Kilobyte },
        { "ServerlessPatterns.Templates", 150 * Kilobyte },
        { "ServerlessPatterns.Testing", 250 * Kilobyte },
    };

    [Fact]
    public void Ids_OfThePackedSolution_AreTheIntendedOnes() =>
        packages.Ids.ShouldBe(Packages.Select(package => package.Data.Item1));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Files_OfAPackage_AreThoseAccepted(string id, int ceiling)
    {
        using var package = new PackageArchive(packages.PackageFile(id));

        Accepted(id, "nupkg", package);
        new FileInfo(packages.PackageFile(id)).Length.ShouldBeLessThan(ceiling);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Files_OfTheSymbols_AreThoseAccepted(string id, int ceiling)
    {
        if (id == "ServerlessPatterns.Templates")
        {
            // Sources that are copied have no symbols.
            File.Exists(packages.SymbolsFile(id)).ShouldBeFalse();
            return;
        }

        using var symbols = new PackageArchive(packages.SymbolsFile(id));

        Accepted(id, "snupkg", symbols);
        new FileInfo(packages.SymbolsFile(id)).Length.ShouldBeLessThan(ceiling);
    }

    private static void Accepted(string id, string extension, PackageArchive archive) => ApprovedText.Verify(
        Path.Combine(Repository.Root, "test", "ServerlessPatterns.Packages.Tests", "Contents", $"{id}.{extension}.content.txt"),
        string.Concat(archive.Files.Select(path => $"{path}\n")));
}
