using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns;

/// <summary>What others may do with the queue of a pattern.</summary>
internal static class QueueGrants
{
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html: a sender also
    // decrypts, to see whether the data key is whole.
    public static Grant Send(IQueue queue, IGrantable grantee)
    {
        queue.EncryptionMasterKey?.Grant(grantee, "kms:Decrypt", "kms:GenerateDataKey");
        return queue.Grant(grantee, "sqs:SendMessage");
    }
}
