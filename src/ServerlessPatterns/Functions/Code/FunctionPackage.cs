using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>Code that is ready to be deployed, and how the function runs it.</summary>
internal sealed record FunctionPackage(Code Code, Runtime Runtime, string Handler)
{
    /// <summary>What only a human can judge, for the function's annotations.</summary>
    public IReadOnlyList<CodeNotice> Notices { get; init; } = [];
}
