using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns;

/// <summary>What holds for every bucket of a pattern.</summary>
internal static class PrivateBucket
{
    public const string NoCustomResource = "nothing: it would make a custom resource with a function of its own";

    /// <summary>Private, owner enforced, TLS only, and encrypted: with the key, if there is one and nothing else is set.</summary>
    public static BucketProps Close(BucketProps bucket, IKey? key, RemovalPolicy removalPolicy)
    {
        bucket.BlockPublicAccess = BlockPublicAccess.BLOCK_ALL;
        bucket.ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED;
        bucket.EnforceSSL = true;
        bucket.RemovalPolicy = removalPolicy;
        if (bucket.Encryption is null)
        {
            bucket.Encryption = key is null ? BucketEncryption.S3_MANAGED : BucketEncryption.KMS;
            bucket.EncryptionKey = key;

            // One call to KMS a bucket and while, not one an object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html
            bucket.BucketKeyEnabled = key is null ? null : true;
        }

        return bucket;
    }

    /// <summary>The parts of uploads that were never finished cost as much as objects, and are seen nowhere.</summary>
    public static LifecycleRule AbortUploads() => new()
    {
        Id = "abort-multipart-uploads",
        AbortIncompleteMultipartUploadAfter = Duration.Days(7),
    };

    /// <summary>Checks what a hook may not have set, in any pattern.</summary>
    public static void CheckHook(Checks checks, string code, string hook, BucketProps bucket)
    {
        checks.Require(bucket.EventBridgeEnabled is not true, code, $"{hook}.{nameof(bucket.EventBridgeEnabled)}", "a value", NoCustomResource, "Leave it out: the pattern sets the bucket's own property where it needs it.");
        checks.Require(bucket.AutoDeleteObjects is not true, code, $"{hook}.{nameof(bucket.AutoDeleteObjects)}", "a value", NoCustomResource, "Empty the bucket before the stack is deleted, or add a lifecycle rule.");
    }
}
