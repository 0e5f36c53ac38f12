namespace ServerlessPatterns;

/// <summary>Something about a function's code that is allowed and yet worth an annotation.</summary>
/// <param name="Id">The id with which the annotation can be acknowledged.</param>
/// <param name="Text">What it is, and what to do.</param>
/// <param name="IsWarning">A warning; information otherwise.</param>
internal sealed record CodeNotice(string Id, string Text, bool IsWarning);
