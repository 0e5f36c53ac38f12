namespace ServerlessPatterns;

/// <summary>What a publish left.</summary>
/// <param name="Directory">The published files; nothing changes them any more.</param>
/// <param name="AssemblyName">The project's own assembly.</param>
/// <param name="TargetFramework">The project's target framework, such as net10.0.</param>
/// <param name="ReadyToRunUnavailable">ReadyToRun was wanted, and its packs could not be restored.</param>
internal sealed record PublishedProject(string Directory, string AssemblyName, string TargetFramework, bool ReadyToRunUnavailable);
