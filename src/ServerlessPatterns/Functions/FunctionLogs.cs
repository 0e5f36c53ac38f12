using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the log group of a function, so that its logs have an end and an owner.</summary>
internal static class FunctionLogs
{
    public static LogGroup Define(Construct scope, FunctionRequest request)
    {
        var logGroup = new LogGroup(scope, "LogGroup", new LogGroupProps
        {
            Retention = request.Settings.LogRetention ?? RetentionDays.ONE_MONTH,
            RemovalPolicy = request.RemovalPolicy,
        });
        if (request.EncryptionKey is { } key)
        {
            KeyStatements.AllowLogs(scope, key);

            // LogGroupProps.EncryptionKey has another type in newer CDK versions.
            ((CfnLogGroup)logGroup.Node.DefaultChild!).AddPropertyOverride("KmsKeyId", key.KeyArn);
        }

        return logGroup;
    }
}
