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

    /// <summary>The packages that hold an assembly.</summary>
    public static TheoryData<string> Libraries =>
        new(Packages.Select(package => package.Data.Item1).Where(id => id != "ServerlessPatterns.Templates"));

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
    [MemberData(nameof(Libraries))]
    public void Files_OfTheSymbols_AreThoseAccepted(string id)
    {
        using var symbols = new PackageArchive(packages.SymbolsFile(id));

        Accepted(id, "snupkg", symbols);
    }

    [Fact]
    public void Symbols_ExistForLibrariesOnly() => Directory.EnumerateFiles(packages.Feed, "*.snupkg").Order(StringComparer.Ordinal)
        .ShouldBe(Libraries.Select(library => packages.SymbolsFile(library.Data)).Order(StringComparer.Ordinal));

    private static void Accepted(string id, string extension, PackageArchive archive) => ApprovedText.Verify(
        Path.Combine(BuildFacts.SourceFolder, "Contents", $"{id}.{extension}.content.txt"),
        string.Concat(archive.Files.Select(path => $"{path}\n")));
}
