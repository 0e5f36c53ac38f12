using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>The names that one processor architecture has in different places.</summary>
internal static class LambdaArchitecture
{
    public static bool IsArm(Architecture architecture) =>
        string.Equals(architecture.Name, "arm64", StringComparison.Ordinal);

    /// <summary>The name in the file names of bundles.</summary>
    public static string Short(Architecture architecture) => IsArm(architecture) ? "arm64" : "x64";

    /// <summary>The .NET runtime identifier.</summary>
    public static string RuntimeIdentifier(Architecture architecture) => "linux-" + Short(architecture);
}
