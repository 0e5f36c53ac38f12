namespace Workflows.Tests;

/// <summary>Evaluates an <c>if:</c> of a workflow, whose operators are those of JavaScript.</summary>
internal static class Condition
{
    private const string Evaluate = """
        const { expression, contexts } = JSON.parse(process.argv[1]);
        const functions = { contains: (all, one) => all.includes(one), fromJSON: JSON.parse, failure: () => contexts.failed, always: () => true };
        // A property that is not there is null, and a name may have a hyphen.
        const script = expression.replace(/\.([a-z][\w-]*)/g, (_, name) => `?.['${name}']`);
        const names = { ...functions, ...contexts };
        console.log(Boolean(new Function(...Object.keys(names), `return ${script}`)(...Object.values(names))));
        """;

    public static async Task<bool> HoldsAsync(string expression, string contexts)
    {
        Tool.Require(Tool.Node, "Node.js 20 or newer, https://nodejs.org");
        var argument = $$"""{"expression": {{System.Text.Json.JsonSerializer.Serialize(expression)}}, "contexts": {{contexts}} }""";
        var output = await ChildProcess.RunAsync(
            ChildProcess.Describe(Tool.Node, ["--eval", Evaluate, argument], new Dictionary<string, string>(StringComparer.Ordinal)),
            TimeSpan.FromSeconds(60));
        return bool.Parse(output);
    }
}
