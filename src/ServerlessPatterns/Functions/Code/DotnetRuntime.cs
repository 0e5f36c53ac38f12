using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>Which Lambda runtime runs which target framework.</summary>
internal static class DotnetRuntime
{
    public const string Allowed = "net10.0 (or net8.0 until Lambda refuses new dotnet8 functions on 2027-02-01)";

    public static string? NameFor(string targetFramework) => targetFramework switch
    {
        "net10.0" => "dotnet10",
        "net8.0" => "dotnet8",
        _ => null,
    };

    /// <summary>By name, since the oldest supported CDK does not know dotnet10.</summary>
    public static Runtime Create(string name) =>
        new(name, RuntimeFamily.DOTNET_CORE, new LambdaRuntimeProps { SupportsSnapStart = true });

    public static IReadOnlyList<CodeNotice> Notices(string projectFile, PublishedProject published)
    {
        List<CodeNotice> notices = [];
        if (published.TargetFramework is "net8.0")
        {
            notices.Add(new CodeNotice(
                "ServerlessPatterns:DeprecatedRuntime",
                $"{Path.GetFileName(projectFile)} targets net8.0: Lambda deprecated dotnet8 on 2026-11-10 and refuses to create such functions from 2027-02-01. Change its TargetFramework to net10.0.",
                IsWarning: true));
        }

        if (published.ReadyToRunUnavailable)
        {
            notices.Add(new CodeNotice(
                "ServerlessPatterns:NoReadyToRun",
                $"{Path.GetFileName(projectFile)} was published without ReadyToRun, because the NuGet feeds in use do not serve its packs for this architecture: the function works, and its cold start is slower. It is tried again after a day.",
                IsWarning: false));
        }

        return notices;
    }
}
