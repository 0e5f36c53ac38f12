using System.Reflection.Metadata;
using System.Text;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>What a package says of its sources: packed from a clone, from a repository of one's own, and from an unpacked archive.</summary>
public sealed class SourceControlTests(PackedPackages packages)
{
    // The smallest: what it is packed by stands in the files that all share.
    private const string Project = "ServerlessPatterns.Events";

    private const string Remote = "https://github.com/owner/repository";

    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public async Task Package_WithARemote_NamesItInMetadataAndSourceLink()
    {
        var packed = await PackAsync("a clone", ["init"], ["remote", "add", "origin", Remote], ["add", "."], ["commit", "--message", "All"]);

        var commit = packed.RepositoryAttribute("commit").ShouldNotBeNull();
        packed.RepositoryAttribute("url").ShouldBe(Remote);
        packed.Link.ShouldContain($"https://raw.githubusercontent.com/owner/repository/{commit}/*");
    }

    [Fact]
    public async Task Package_WithoutARemote_NamesTheCommit()
    {
        var packed = await PackAsync("no remote", ["init"], ["add", "."], ["commit", "--message", "All"]);

        packed.RepositoryAttribute("commit").ShouldNotBeNull();
        packed.RepositoryAttribute("url").ShouldBeNull();
    }

    [Fact]
    public async Task Package_WithoutGit_NamesNothing() =>
        (await PackAsync("no git")).RepositoryAttribute("commit").ShouldBeNull();

    private async Task<Packed> PackAsync(string name, params string[][] git)
    {
        var folder = packages.NewApp(name);
        var root = Repository.Root;
        Files.CopyFiles(
            [.. Directory.EnumerateFiles(root, "Directory.*"), Path.Combine(root, "global.json"), Path.Combine(root, ".editorconfig")], folder);
        Files.CopyFolder(Path.Combine(root, "assets"), Path.Combine(folder, "assets"));
        Files.CopyFolder(Path.Combine(root, "src", Project), Path.Combine(folder, "src", Project));
        foreach (var arguments in git)
        {
            Tool.Require(Tool.Git, "git, https://git-scm.com");
            await PackedPackages.RunAsync(packages.Describe(Tool.Git, folder, ["-c", "user.name=a", "-c", "user.email=a@localhost", .. arguments]));
        }

        var output = await packages.DotnetAsync(folder, "pack", Path.Combine("src", Project), "--output", "packed", "-p:RunAnalyzers=false");
        output.ShouldNotContain("warning");
        var packed = new Packed(Path.Combine(folder, "packed"));
        packed.Sources.ShouldAllBe(path => path.StartsWith("/_", StringComparison.Ordinal));
        return packed;
    }

    private sealed class Packed
    {
        private readonly string file;

        public Packed(string folder)
        {
            file = Directory.EnumerateFiles(folder, "*.nupkg").Single();
            using var symbols = new PackageArchive(Path.ChangeExtension(file, ".snupkg"));
            using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols.Read($"lib/net8.0/{Project}.pdb")));
            var reader = provider.GetMetadataReader();
            Sources = [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
            Link = string.Concat(reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
                .Where(information => reader.GetGuid(information.Kind) == SourceLink)
                .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value))));
        }

        /// <summary>The paths of the sources, as a debugger gets them.</summary>
        public IReadOnlyList<string> Sources { get; }

        /// <summary>Where a debugger finds the sources.</summary>
        public string Link { get; }

        public string? RepositoryAttribute(string name)
        {
            using var package = new PackageArchive(file);
            return package.Metadata.Element("repository")?.Attribute(name)?.Value;
        }
    }
}
