using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The log groups of patterns.</summary>
internal static class LogGroups
{
    public static LogGroup Define(
        Construct scope, string id, RetentionDays retention, IKey? key, RemovalPolicy removalPolicy, string? name = null)
    {
        var logGroup = new LogGroup(scope, id, new LogGroupProps
        {
            LogGroupName = name,
            Retention = retention,
            RemovalPolicy = removalPolicy,
        });
        if (key is not null)
        {
            KeyStatements.AllowLogs(scope, key);

            // LogGroupProps.EncryptionKey has another type in newer CDK versions.
            ((CfnLogGroup)logGroup.Node.DefaultChild!).AddPropertyOverride("KmsKeyId", key.KeyArn);
        }

        return logGroup;
    }
}
