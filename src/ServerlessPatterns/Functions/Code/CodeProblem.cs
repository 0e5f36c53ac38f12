namespace ServerlessPatterns;

/// <summary>What is wrong with a <see cref="FunctionCode"/>, seen before anything is built.</summary>
/// <param name="Code">The stable code, one of <see cref="FunctionCodeErrors"/>.</param>
/// <param name="Value">The value that was given.</param>
/// <param name="Allowed">What is allowed instead.</param>
/// <param name="Fix">What to do.</param>
internal sealed record CodeProblem(string Code, string Value, string Allowed, string Fix);
