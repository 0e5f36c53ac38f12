using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the log group of a function, so that its logs have an end and an owner.</summary>
internal static class FunctionLogs
{
    public static LogGroup Define(Construct scope, FunctionRequest request) => LogGroups.Define(
        scope,
        "LogGroup",
        request.Settings.LogRetention ?? RetentionDays.ONE_MONTH,
        request.EncryptionKey,
        request.RemovalPolicy);
}
