namespace ServerlessPatterns;

/// <summary>A function's code could not be built at synth, or what was built cannot run on Lambda.</summary>
public sealed class FunctionBuildException : Exception
{
    internal FunctionBuildException(string code, string path, string whatToDo, IEnumerable<string>? details = null, string output = "")
        : base(Describe(code, path, whatToDo, details ?? []))
    {
        Code = code;
        Path = path;
        Output = output;
    }

    /// <summary>The stable code of the problem, such as <c>SP1105</c>; docs/errors.md lists them.</summary>
    public string Code { get; }

    /// <summary>The absolute path of the project.</summary>
    public string Path { get; }

    /// <summary>Everything that the build printed; empty when it did not run.</summary>
    public string Output { get; }

    private static string Describe(string code, string path, string whatToDo, IEnumerable<string> details) =>
        string.Join(Environment.NewLine, details.Select(line => "  " + line).Prepend($"{code}: {path}: {whatToDo}"));
}
