using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A folder or .zip file that is already built.</summary>
internal sealed class DirectoryCode(string path, Runtime runtime, string handler) : FunctionCode
{
    internal override bool SupportsSnapStart => runtime.SupportsSnapStart;

    internal override IEnumerable<CodeProblem> Check() =>
        Tokens.IsUnresolved(path) ? [] : Check(Path.GetFullPath(path), runtime.Name, handler);

    internal override FunctionPackage Package(Construct scope, Architecture architecture) =>
        new(Code.FromAsset(Path.GetFullPath(path)), runtime, handler);

    /// <summary>The same without CDK objects.</summary>
    internal static IReadOnlyList<CodeProblem> Check(string fullPath, string runtimeName, string handler)
    {
        if (!Path.Exists(fullPath))
        {
            return [new CodeProblem(
                FunctionCodeErrors.DirectoryNotFound,
                fullPath,
                "a folder or .zip file that exists",
                "Build the code first, or correct the path; a relative one starts at the current directory, the folder of cdk.json under cdk synth.")];
        }

        try
        {
            using var files = PackageFiles.Open(fullPath);
            return CheckContent(files, fullPath, runtimeName, handler);
        }
        catch (InvalidDataException)
        {
            return [new CodeProblem(
                FunctionCodeErrors.DirectoryKind,
                fullPath,
                "a folder or a .zip file",
                "Give the folder itself, or pack it as .zip.")];
        }
    }

    private static List<CodeProblem> CheckContent(PackageFiles files, string fullPath, string runtimeName, string handler)
    {
        if (files.Names.Count == 0)
        {
            return [new CodeProblem(
                FunctionCodeErrors.DirectoryEmpty,
                fullPath,
                "at least one file",
                "Build the code before cdk synth.")];
        }

        List<CodeProblem> problems = [];
        if (files.TotalBytes >= LambdaLimits.UnzippedBytes)
        {
            problems.Add(new CodeProblem(
                FunctionCodeErrors.TooLarge,
                $"{fullPath} ({LambdaLimits.Megabytes(files.TotalBytes)})",
                "less than 250 MB unzipped",
                "Leave out what the function does not need, or deploy it as a container image (FromImageDirectory)."));
        }

        if (!Tokens.IsUnresolved(handler) && HandlerShape.Check(files, runtimeName, handler) is { } problem)
        {
            problems.Add(problem);
        }

        return problems;
    }
}
