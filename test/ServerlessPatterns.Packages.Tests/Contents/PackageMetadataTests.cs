using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>What nuget.org and an IDE show of each package.</summary>
public sealed partial class PackageMetadataTests(PackedPackages packages)
{
    public static TheoryData<string> Packages => new(PackageContentTests.Packages.Select(package => package.Data.Item1));

    public static TheoryData<string, string[]> Dependencies => new()
    {
        { "ServerlessPatterns", ["Amazon.CDK.Lib [2.160.0, 3.0.0)", "Constructs [10.0.5, 11.0.0)"] },
        { "ServerlessPatterns.Events", [] },
        { "ServerlessPatterns.Templates", [] },
        { "ServerlessPatterns.Testing", ["Amazon.CDK.Lib [2.160.0, 3.0.0)", "Constructs [10.0.5, 11.0.0)"] },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void Metadata_OfAPackage_SaysWhatItIs(string id)
    {
        using var package = new PackageArchive(packages.PackageFile(id));
        var metadata = package.Metadata;

        Text(metadata, "id").ShouldBe(id);
        Text(metadata, "version").ShouldBe(packages.Version);
        Text(metadata, "authors").ShouldBe("The ServerlessPatterns authors");
        Text(metadata, "license").ShouldBe("Apache-2.0");
        metadata.Element("license")!.Attribute("type")!.Value.ShouldBe("expression");
        Text(metadata, "tags").Split(' ').ShouldContain("aws");
        Text(metadata, "description").Length.ShouldBeInRange(80, 400);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Icon_OfAPackage_IsAPngOf128Pixels(string id)
    {
        using var package = new PackageArchive(packages.PackageFile(id));
        var icon = package.Read(Text(package.Metadata, "icon"));

        Encoding.ASCII.GetString(icon, 1, 3).ShouldBe("PNG");
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)).ShouldBe(128);
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)).ShouldBe(128);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Readme_OfAPackage_StandsWithoutTheRepository(string id)
    {
        using var package = new PackageArchive(packages.PackageFile(id));
        var readme = Encoding.UTF8.GetString(package.Read(Text(package.Metadata, "readme")));

        readme.ShouldStartWith($"# {id}");
        readme.ShouldContain("```");
        RelativeLink().Matches(readme).Select(link => link.Value).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void Dependencies_OfAPackage_AreRanges(string id, string[] expected)
    {
        using var package = new PackageArchive(packages.PackageFile(id));

        package.Metadata.Descendants("dependency")
            .Select(dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}")
            .ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(PackageContentTests.Libraries), MemberType = typeof(PackageContentTests))]
    public void Documentation_OfALibrary_NamesEachPublicType(string id)
    {
        using var package = new PackageArchive(packages.PackageFile(id));
        using var documentation = new MemoryStream(package.Read($"lib/net8.0/{id}.xml"));
        var documented = XDocument.Load(documentation).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();

        var types = PublicTypes(package.Read($"lib/net8.0/{id}.dll")).ToList();

        types.ShouldNotBeEmpty();
        types.Where(type => !documented.Contains($"T:{type}")).ShouldBeEmpty();
    }

    private static string Text(XElement metadata, string name) => metadata.Element(name).ShouldNotBeNull(name).Value;

    private static IEnumerable<string> PublicTypes(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")];
    }

    [GeneratedRegex(@"\]\((?!https://)[^)]*\)|(?:src|href)=""(?!https://)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RelativeLink();
}
