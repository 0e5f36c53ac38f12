namespace ServerlessPatterns;

/// <summary>Says why a project could not be published, and what to do.</summary>
internal static class PublishFailure
{
    public static FunctionBuildException NoSdk(string projectFile, string output) => new(
        FunctionCodeErrors.SdkNotFound,
        projectFile,
        "the .NET SDK was not found, or none that the project's global.json allows. Install it from https://dot.net/download, put dotnet on the PATH (or set DOTNET_ROOT), and synthesise again.",
        output: output);

    public static FunctionBuildException Locked(string projectFile) => new(
        FunctionCodeErrors.PublishLocked,
        projectFile,
        "another process has been publishing this project for 15 minutes. End it, and synthesise again.");

    public static FunctionBuildException BuildFolder(string projectFile, Exception exception) => new(
        FunctionCodeErrors.BuildFolder,
        projectFile,
        "the folder obj/serverless-patterns beside the project must be writable: " + exception.Message);

    public static FunctionBuildException Nothing(string projectFile, ChildProcess run) => new(
        FunctionCodeErrors.NothingPublished,
        projectFile,
        "dotnet publish wrote no assembly. The project must not set IsPublishable to false.",
        output: run.Output);

    public static FunctionBuildException TooLarge(string projectFile, long bytes) => new(
        FunctionCodeErrors.TooLarge,
        projectFile,
        $"what was published takes {LambdaLimits.Megabytes(bytes)}; Lambda allows less than 250 MB unzipped. Leave out what the function does not need, or deploy it as a container image (FunctionCode.FromImageDirectory).");

    /// <summary>The reason behind a failed publish, from the project's properties where the output would not tell it.</summary>
    public static FunctionBuildException Explain(string projectFile, ChildProcess run, Func<ProjectProperties?> properties)
    {
        if (run.TimedOut)
        {
            return new FunctionBuildException(
                FunctionCodeErrors.PublishTimedOut,
                projectFile,
                "dotnet publish did not end within 10 minutes and was stopped. Run it in the project's folder to see what it waits for.",
                run.Lines.TakeLast(5),
                run.Output);
        }

        if (BuildOutput.LacksSdk(run.Lines))
        {
            return NoSdk(projectFile, run.Output);
        }

        return Unsuitable(projectFile, properties()) ?? new FunctionBuildException(
            FunctionCodeErrors.PublishFailed,
            projectFile,
            BuildOutput.LacksReadyToRun(run.Lines)
                ? "dotnet publish failed: the project sets PublishReadyToRun, whose packs the NuGet feeds do not serve. Remove it there: ReadyToRun is then used where it can be had."
                : "dotnet publish failed. Correct these errors, and synthesise again:",
            BuildOutput.Errors(run.Lines),
            run.Output);
    }

    /// <summary>A project that no managed .NET runtime of Lambda runs; null when one does, or nothing is known.</summary>
    public static FunctionBuildException? Unsuitable(string projectFile, ProjectProperties? properties) => properties switch
    {
        null => null,
        { TargetFrameworks.Length: > 0, TargetFramework.Length: 0 } => new FunctionBuildException(
            FunctionCodeErrors.SeveralTargetFrameworks,
            projectFile,
            $"the project sets TargetFrameworks to '{properties.TargetFrameworks}'. A function needs one: <TargetFramework>net10.0</TargetFramework>."),
        _ when DotnetRuntime.NameFor(properties.TargetFramework) is null => new FunctionBuildException(
            FunctionCodeErrors.TargetFramework,
            projectFile,
            $"Lambda has no runtime for the target framework '{properties.TargetFramework}'. Allowed: {DotnetRuntime.Allowed}. Anything else runs as a container image (FunctionCode.FromImageDirectory)."),
        { IsNativeAot: true } => new FunctionBuildException(
            FunctionCodeErrors.NativeAot,
            projectFile,
            "the project sets PublishAot, and native code must be compiled on the Linux and processor that run it. Remove it, or publish the project yourself and use FunctionCode.FromDirectory(path, Runtime.PROVIDED_AL2023, \"bootstrap\")."),
        _ => null,
    };
}
