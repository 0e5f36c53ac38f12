using Amazon.CDK;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns;

/// <summary>What becomes of the asynchronous invocations of a function: retries, and a queue for those that fail.</summary>
internal static class FunctionAsyncInvocation
{
    public static Queue? Define(PatternFunction function, FunctionRequest request, RolePermissions permissions)
    {
        if (request.Defaults.Async is not { } async)
        {
            return null;
        }

        var queue = DeadLetters.DefineQueue(function, "DeadLetterQueue", request.EncryptionKey, request.RemovalPolicy);
        permissions.Allow(["sqs:SendMessage"], queue.QueueArn);
        if (request.EncryptionKey is { } key)
        {
            permissions.Allow(["kms:Decrypt", "kms:GenerateDataKey"], key.KeyArn);
        }

        // CfnEventInvokeConfigProps.FunctionName has another type in newer CDK versions.
        var config = new CfnResource(function, "AsyncInvocation", new CfnResourceProps
        {
            Type = "AWS::Lambda::EventInvokeConfig",
            Properties = new Dictionary<string, object>
            {
                ["FunctionName"] = function.Resource!.FunctionName,
                ["Qualifier"] = function.Alias?.AliasName ?? "$LATEST",
                ["MaximumRetryAttempts"] = async.RetryAttempts,
                ["MaximumEventAgeInSeconds"] = async.MaxEventAge.ToSeconds(),
                ["DestinationConfig"] = new Dictionary<string, object>
                {
                    ["OnFailure"] = new Dictionary<string, object> { ["Destination"] = queue.QueueArn },
                },
            },
        });
        permissions.Precede(config);
        if (function.Alias is { } alias)
        {
            config.Node.AddDependency(alias);
        }

        return queue;
    }
}
