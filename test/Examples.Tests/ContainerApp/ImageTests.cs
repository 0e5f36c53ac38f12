using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Examples.Tests.ContainerApp;

/// <summary>
/// No image is built where the tests run. What can be told without: that the Dockerfile finds what it copies, and that
/// it and the project make the same image.
/// </summary>
public sealed partial class ImageTests
{
    private static readonly string[] Dockerfile = File.ReadAllLines(Path.Combine(PublishedApp.Source, "Dockerfile"));

    private static readonly XDocument Project = XDocument.Load(Path.Combine(PublishedApp.Source, "ContainerApp.csproj"));

    [Fact]
    public void Copy_FromTheFolder_FindsFilesThatAreNotIgnored()
    {
        var patterns = Instructions("COPY").Where(line => !line.StartsWith("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[..^1]).ToList();

        patterns.ShouldBe(["ContainerApp.csproj", "*.cs"]);
        patterns.ShouldAllBe(pattern => Directory.EnumerateFiles(PublishedApp.Source, pattern).Any());
        var ignored = File.ReadAllLines(Path.Combine(PublishedApp.Source, ".dockerignore"));
        ignored.ShouldContain("bin/");
        ignored.ShouldContain("obj/");
        ignored.ShouldAllBe(line => !line.EndsWith(".cs", StringComparison.Ordinal) && !line.EndsWith(".csproj", StringComparison.Ordinal));
    }

    [Fact]
    public void Copy_OfTheSources_LeavesNoneOut() =>
        Directory.EnumerateFiles(PublishedApp.Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal).ShouldBe([PublishedApp.Source]);

    [Fact]
    public void Entrypoint_OfTheImage_IsWhatPublishingMakes()
    {
        Instructions("ENTRYPOINT").ShouldBe(["[\"dotnet\", \"ContainerApp.dll\"]"]);
        Instructions("WORKDIR").Last().ShouldBe("/app");
        Instructions("RUN").ShouldContain(line => line.StartsWith("dotnet publish", StringComparison.Ordinal) && line.Contains("--output /app", StringComparison.Ordinal));
        Instructions("COPY").ShouldContain("--from=build /app .");
    }

    [Fact]
    public void BaseImages_OfBothStages_AreThoseOfTheTargetFramework()
    {
        var version = Property("TargetFramework")["net".Length..];

        Instructions("FROM").ShouldBe([
            $"--platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:{version} AS build",
            $"mcr.microsoft.com/dotnet/aspnet:{version}",
        ]);
    }

    [Fact]
    public void User_OfBothImages_IsTheOneOfTheBaseImage()
    {
        Instructions("USER").ShouldBe(["$APP_UID"]);
        Property("ContainerUser").ShouldBe("app");
    }

    [Fact]
    public void PortAndVariables_OfBothImages_AreTheSame()
    {
        var ports = Project.Descendants("ContainerPort").Select(item => (string?)item.Attribute("Include"));
        var variables = Project.Descendants("ContainerEnvironmentVariable").Select(item => $"{(string?)item.Attribute("Include")}={(string?)item.Attribute("Value")}");

        Instructions("EXPOSE").ShouldBe(ports);
        Instructions("ENV").SelectMany(line => line.Split(' ')).ShouldBe(variables);
        Instructions("ENV").Single().ShouldContain($"ASPNETCORE_HTTP_PORTS={Instructions("EXPOSE").Single()}");
    }

    private static IEnumerable<string> Instructions(string name) => Dockerfile
        .Select(line => Instruction().Match(line)).Where(match => match.Success && match.Groups["name"].Value == name)
        .Select(match => match.Groups["rest"].Value);

    private static string Property(string name) => Project.Descendants(name).Single().Value;

    [GeneratedRegex("^(?<name>[A-Z]+) (?<rest>.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Instruction();
}
