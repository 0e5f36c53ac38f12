using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A .NET project that is published at synth.</summary>
internal sealed class ProjectCode(string projectPath, string? handler, ProjectPublisher publisher) : FunctionCode
{
    internal override bool SupportsSnapStart => true;

    internal override IEnumerable<CodeProblem> Check()
    {
        if (!Tokens.IsUnresolved(projectPath) && ProjectFile.Find(projectPath).Problem is { } problem)
        {
            yield return problem;
        }

        if (handler is not null && !Tokens.IsUnresolved(handler) && DotnetHandler.Parse(handler) is null)
        {
            yield return new CodeProblem(
                FunctionCodeErrors.HandlerMalformed,
                handler,
                DotnetHandler.Allowed,
                "Correct the handler, or leave it out: it is then found in the published assembly.");
        }
    }

    internal override FunctionPackage Package(Construct scope, Architecture architecture)
    {
        var built = Build(LambdaArchitecture.RuntimeIdentifier(architecture));
        return new FunctionPackage(
            Code.FromAsset(built.Directory),
            DotnetRuntime.Create(built.RuntimeName),
            built.Handler)
        {
            Notices = built.Notices,
        };
    }

    /// <summary>The same without CDK objects.</summary>
    internal BuiltProject Build(string runtimeIdentifier)
    {
        var (file, problem) = ProjectFile.Find(projectPath);
        if (file is null)
        {
            throw new FunctionBuildException(problem!.Code, problem.Value, problem.Fix);
        }

        var published = publisher.Publish(file, runtimeIdentifier);
        var handlerName = handler is not null && Tokens.IsUnresolved(handler)
            ? handler
            : PublishedHandler.Resolve(file, published, handler);
        return new BuiltProject(
            published.Directory,
            DotnetRuntime.NameFor(published.TargetFramework)!,
            handlerName,
            DotnetRuntime.Notices(file, published));
    }
}
