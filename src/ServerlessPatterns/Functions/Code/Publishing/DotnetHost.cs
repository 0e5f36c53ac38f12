namespace ServerlessPatterns;

/// <summary>Finds the dotnet command that has an SDK.</summary>
/// <param name="environment">Environment variables by name.</param>
/// <param name="processPath">The executable of this process.</param>
/// <param name="installations">Folders in which .NET is installed by default.</param>
internal sealed class DotnetHost(Func<string, string?> environment, string? processPath, IReadOnlyList<string> installations)
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    public static DotnetHost OfThisProcess => new(
        Environment.GetEnvironmentVariable,
        Environment.ProcessPath,
        [
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "dotnet"),
            "/usr/share/dotnet",
            "/usr/lib/dotnet",
            "/usr/local/share/dotnet",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet"),
        ]);

    /// <summary>Null when there is none; where none shows an SDK, the first, which may be a script that finds one.</summary>
    public string? Find()
    {
        var found = Candidates().Where(File.Exists).Distinct(StringComparer.Ordinal).ToArray();
        return found.FirstOrDefault(HasSdk) ?? found.FirstOrDefault();
    }

    private static bool HasSdk(string dotnet)
    {
        var real = File.ResolveLinkTarget(dotnet, returnFinalTarget: true)?.FullName ?? dotnet;
        var sdks = Path.Combine(Path.GetDirectoryName(real)!, "sdk");
        return Directory.Exists(sdks) && Directory.EnumerateDirectories(sdks).Any();
    }

    private IEnumerable<string> Candidates()
    {
        if (environment("DOTNET_HOST_PATH") is { Length: > 0 } host)
        {
            yield return host;
        }

        if (string.Equals(Path.GetFileName(processPath), FileName, StringComparison.OrdinalIgnoreCase))
        {
            yield return processPath!;
        }

        var folders = new[] { environment("DOTNET_ROOT") }
            .Concat((environment("PATH") ?? "").Split(Path.PathSeparator))
            .Concat(installations);
        foreach (var folder in folders.Where(folder => !string.IsNullOrWhiteSpace(folder)))
        {
            yield return Path.Combine(folder!.Trim('"'), FileName);
        }
    }
}
