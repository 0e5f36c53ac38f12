using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>What a task's processor is called elsewhere.</summary>
internal static class TaskArchitecture
{
    // CpuArchitecture does not tell its name: its two values are told apart by identity.
    public static bool IsArm(CpuArchitecture architecture) => ReferenceEquals(architecture, CpuArchitecture.ARM64);
}
