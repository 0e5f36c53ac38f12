namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The program that stands for the runtime that a function was deployed with.</summary>
internal sealed record RuntimeCommand(string Program, IReadOnlyList<string> Arguments)
{
    public static RuntimeCommand Of(DeployedFunction function) => function.Runtime switch
    {
        var runtime when runtime.StartsWith("nodejs", StringComparison.Ordinal) =>
            new(Tool.Node, [Path.Combine(AppContext.BaseDirectory, "Deployment", "runtime.mjs")]),

        // With the settings of the deployed assembly itself, as Lambda starts it.
        var runtime when runtime.StartsWith("dotnet", StringComparison.Ordinal) =>
            new(Tool.Dotnet, ["exec", "--runtimeconfig", RuntimeConfig(function), Programs.LambdaHost]),
        var other => throw new NotSupportedException($"How to run {other} is not known here."),
    };

    private static string RuntimeConfig(DeployedFunction function) =>
        Path.Combine(function.Folder, $"{function.Handler.Split("::")[0]}.runtimeconfig.json");
}
