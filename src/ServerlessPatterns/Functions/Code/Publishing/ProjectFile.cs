namespace ServerlessPatterns;

/// <summary>Turns the path that was given into the absolute path of one project.</summary>
internal static class ProjectFile
{
    private const string Kinds = "a .csproj, .fsproj or .vbproj file, or a folder with exactly one";

    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>One of the two is null.</summary>
    public static (string? File, CodeProblem? Problem) Find(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            return Projects(full) switch
            {
                [var only] => (only, null),
                [] => (null, new CodeProblem(
                    FunctionCodeErrors.ProjectNotFound, full, Kinds, $"The folder has no project.{Below(full)} Give the path of the project.")),
                var several => (null, new CodeProblem(
                    FunctionCodeErrors.ProjectAmbiguous,
                    full,
                    Kinds,
                    $"The folder has several projects: {string.Join(", ", several.Select(Path.GetFileName))}. Give the path of one.")),
            };
        }

        if (!File.Exists(full))
        {
            return (null, new CodeProblem(
                FunctionCodeErrors.ProjectNotFound,
                full,
                Kinds,
                $"There is no such file or folder. The path '{path}' starts at the current directory, {Environment.CurrentDirectory}.{Below(Path.GetDirectoryName(full)!)}"));
        }

        return IsProject(full)
            ? (full, null)
            : (null, new CodeProblem(
                FunctionCodeErrors.ProjectKind, full, Kinds, "This is not a .NET project. For code that is already built use FunctionCode.FromDirectory."));
    }

    private static bool IsProject(string file) =>
        Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static string[] Projects(string directory) =>
        [.. Directory.EnumerateFiles(directory).Where(IsProject).Order(StringComparer.Ordinal)];

    /// <summary>A path that is wrong is mostly one folder short.</summary>
    private static string Below(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return "";
        }

        var found = Directory.EnumerateDirectories(directory).SelectMany(Readable).Order(StringComparer.Ordinal).Take(10).ToArray();
        return found.Length == 0
            ? ""
            : " Below it: " + string.Join(", ", found.Select(file => Path.GetRelativePath(directory, file))) + ".";
    }

    private static string[] Readable(string directory)
    {
        try
        {
            return Projects(directory);
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
