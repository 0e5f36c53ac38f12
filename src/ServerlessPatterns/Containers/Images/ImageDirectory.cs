namespace ServerlessPatterns;

/// <summary>A folder from which an image is built.</summary>
internal static class ImageDirectory
{
    public static IEnumerable<CodeProblem> Check(string path, string dockerfile = "Dockerfile")
    {
        var directory = Path.GetFullPath(path);
        if (!Directory.Exists(directory))
        {
            yield return new CodeProblem(
                FunctionCodeErrors.ImageDirectoryNotFound,
                directory,
                "a folder that holds a Dockerfile",
                "Correct the path; a relative one starts at the current directory, the folder of cdk.json under cdk synth.");
        }
        else if (!File.Exists(Path.Combine(directory, dockerfile)))
        {
            yield return new CodeProblem(
                FunctionCodeErrors.DockerfileNotFound,
                directory,
                $"a folder that holds a file called {dockerfile}",
                "Add the Dockerfile, or give the folder that has it.");
        }
    }
}
