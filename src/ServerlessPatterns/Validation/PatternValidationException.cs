namespace ServerlessPatterns;

/// <summary>
/// Thrown by the constructor of a pattern, before it makes any resource, with everything that is wrong with its props.
/// </summary>
public sealed class PatternValidationException : ArgumentException
{
    internal PatternValidationException(string pattern, string constructPath, IReadOnlyList<PatternProblem> problems)
        : base(Describe(pattern, constructPath, problems))
    {
        ConstructPath = constructPath;
        Problems = problems;
    }

    /// <summary>The path of the construct in the tree, such as <c>ShopStack/Thumbnails</c>.</summary>
    public string ConstructPath { get; }

    /// <summary>The problems, at least one.</summary>
    public IReadOnlyList<PatternProblem> Problems { get; }

    private static string Describe(string pattern, string path, IReadOnlyList<PatternProblem> problems)
    {
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        var lines = problems.Select(problem => $"{Environment.NewLine}  {problem}");
        return $"{pattern} '{path}' has {count} (docs/errors.md explains each code):{string.Concat(lines)}";
    }
}
