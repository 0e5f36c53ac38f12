using System.Diagnostics;

namespace ServerlessPatterns.Tests.Functions.Code;

/// <summary>A git repository with a function, a library that it references, and settings above both.</summary>
internal sealed class SampleRepository
{
    private readonly string root;

    public SampleRepository(string root, string commitMessage)
    {
        this.root = root;
        Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <Company>Before</Company>
                <PublishRepositoryUrl>true</PublishRepositoryUrl>
                <ContinuousIntegrationBuild Condition="'$(CI)' == 'true'">true</ContinuousIntegrationBuild>
              </PropertyGroup>
            </Project>
            """);
        Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
            </Project>
            """);
        Write("src/App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <NoWarn>CS1591</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Shared lib/Shared.csproj" />
                <Content Include="*.json" CopyToPublishDirectory="PreserveNewest" />
              </ItemGroup>
            </Project>
            """);
        Write("src/App/settings.json", "{}");
        Write("src/App/Function.cs", """
            namespace App;

            public class Function
            {
                public System.IO.Stream FunctionHandler(System.IO.Stream input) => Shared.Paths.Where() == "" ? input : System.IO.Stream.Null;
            }
            """);
        // A library that keeps its line numbers: its .pdb must be the same everywhere, too.
        Write("src/Shared lib/Shared.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <DebugType>portable</DebugType>
              </PropertyGroup>
            </Project>
            """);
        Write("src/Shared lib/Paths.cs", """
            namespace Shared;

            public static class Paths
            {
                public static string Where([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
            }

            public static class Greeting
            {
                public static string Text => "before " + Paths.Where();
            }
            """);
        Git("init", "--quiet");
        Git("remote", "add", "origin", $"https://git.example.com/{Uri.EscapeDataString(commitMessage)}.git");
        Git("add", ".");
        Git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", commitMessage);
    }

    public string Project => Path.Combine(root, "src", "App", "App.csproj");

    public string Write(string relativePath, string content)
    {
        var file = Path.Combine(root, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    public void Replace(string relativePath, string before, string after)
    {
        var file = Path.Combine(root, relativePath);
        Write(relativePath, File.ReadAllText(file).Replace(before, after, StringComparison.Ordinal));
    }

    public void Delete(string relativePath) => File.Delete(Path.Combine(root, relativePath));

    /// <summary>When the compiler last wrote the function's assembly.</summary>
    public DateTime LastCompilation() => Directory
        .EnumerateFiles(Path.Combine(root, "src", "App", "obj", "serverless-patterns"), "App.dll", SearchOption.AllDirectories)
        .Where(file => Path.GetDirectoryName(file)!.EndsWith("release_linux-x64", StringComparison.Ordinal))
        .Max(File.GetLastWriteTimeUtc);

    /// <summary>Every file of the projects' own outputs, with its time.</summary>
    public IReadOnlyList<string> OwnOutputs() => [.. new[] { "bin", "obj" }
        .SelectMany(folder => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains("serverless-patterns", StringComparison.Ordinal)))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O}")];

    public void BuildAsItsOwnerDoes() => Run("dotnet", "build", Project, "-nodeReuse:false", "-verbosity:quiet");

    private void Git(params string[] arguments) => Run("git", arguments);

    private void Run(string command, params string[] arguments)
    {
        var run = ChildProcess.Run(
            new ProcessStartInfo(command, arguments)
            {
                WorkingDirectory = root,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
            TimeSpan.FromMinutes(2));
        run.ExitCode.ShouldBe(0, run.Output);
    }
}
