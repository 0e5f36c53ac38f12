using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// Fixes, below a pattern, the CDK feature flags that would change its template: an app's flags are the app's choice,
/// and an upgrade of the CDK must not change what a pattern makes.
/// </summary>
internal static class PinnedFlags
{
    private static readonly KeyValuePair<string, bool>[] Flags =
    [
        // The log groups are the patterns' own.
        new("@aws-cdk/aws-lambda:useCdkManagedLogGroup", false),

        // A new version whenever anything that a version holds has changed.
        new("@aws-cdk/aws-lambda:recognizeVersionProps", true),
        new("@aws-cdk/aws-lambda:recognizeLayerVersion", true),

        // One policy a role, which the function waits for.
        new("@aws-cdk/aws-lambda:createNewPoliciesWithAddToRolePolicy", false),

        // Services have the alarms that their pattern gives them, or none.
        new("@aws-cdk/aws-ecs:removeDefaultDeploymentAlarm", true),
    ];

    public static void Pin(Construct pattern)
    {
        foreach (var (flag, value) in Flags)
        {
            pattern.Node.SetContext(flag, value);
        }
    }
}
