namespace ServerlessPatterns;

/// <summary>A published project with all that a function needs to know of it, free of CDK objects.</summary>
internal sealed record BuiltProject(string Directory, string RuntimeName, string Handler, IReadOnlyList<CodeNotice> Notices);
