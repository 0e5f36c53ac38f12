namespace ServerlessPatterns;

/// <summary>One thing that is wrong with the props of a pattern.</summary>
/// <param name="Code">The stable code of the problem, such as <c>SP2001</c>; docs/errors.md lists them all.</param>
/// <param name="Property">The property, as it is written in C#, such as <c>Sizes[0].Width</c>.</param>
/// <param name="Value">What was given, as text.</param>
/// <param name="Allowed">What is allowed there.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record PatternProblem(string Code, string Property, string Value, string Allowed, string Fix)
{
    /// <summary>The problem as one line.</summary>
    /// <returns>Code, property, value, what is allowed and what to do.</returns>
    public override string ToString() => $"{Code} {Property}: {Value} was given; allowed: {Allowed}. {Fix}";
}
