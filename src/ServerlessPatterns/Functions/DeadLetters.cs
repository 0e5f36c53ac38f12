using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The queues in which failed events wait for a person.</summary>
internal static class DeadLetters
{
    // 14 days is the longest that SQS keeps a message: time enough to find and mend a cause.
    public static Queue DefineQueue(
        Construct scope, string id, IKey? key, RemovalPolicy removalPolicy, Action<QueueProps>? configure = null)
    {
        var props = new QueueProps
        {
            RetentionPeriod = Duration.Days(14),
            EnforceSSL = true,
            Encryption = key is null ? QueueEncryption.SQS_MANAGED : QueueEncryption.KMS,
            EncryptionMasterKey = key,
            RemovalPolicy = removalPolicy,
        };
        configure?.Invoke(props);
        return new Queue(scope, id, props);
    }
}
