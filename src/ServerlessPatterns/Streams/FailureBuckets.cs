using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The bucket for the batches that a stream processor has given up.</summary>
internal static class FailureBuckets
{
    // Lambda's names for what it puts there: aws/lambda/<mapping>/<shard>/<date>/<time>-<uuid>.
    // https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
    private const string Prefix = "aws/lambda/";

    // Not versioned: each batch has a name of its own, and what is replayed is deleted.
    public static Bucket Define(Construct scope, string pattern, StreamProcessorProps props)
    {
        var bucketProps = PrivateBucket.Close(
            new BucketProps
            {
                LifecycleRules =
                [
                    PrivateBucket.AbortUploads(),
                    new LifecycleRule { Id = "expire", Expiration = props.FailureExpiration ?? StreamDefaults.FailureExpiration },
                ],
            },
            props.EncryptionKey,
            props.RemovalPolicy);
        props.ConfigureFailureBucket?.Invoke(bucketProps);
        StreamHookChecks.ThrowIfBroken(scope, pattern, bucketProps);
        return new Bucket(scope, "FailureBucket", bucketProps);
    }

    public static void AllowDelivery(PatternFunction function, IBucket bucket)
    {
        function.Allow(["s3:PutObject"], Objects(bucket));
        function.Allow(["s3:ListBucket"], bucket.BucketArn);
    }

    /// <summary>What the replay on the pattern's page does with the bucket.</summary>
    public static Grant GrantReplay(IGrantable grantee, IBucket bucket)
    {
        bucket.EncryptionKey?.Grant(grantee, "kms:Decrypt");
        Grant Allow(string[] actions, string resource) => Grant.AddToPrincipal(new GrantOnPrincipalOptions
        {
            Grantee = grantee,
            Actions = actions,
            ResourceArns = [resource],
            Scope = bucket,
        });
        return Allow(["s3:DeleteObject", "s3:GetObject"], Objects(bucket)).Combine(Allow(["s3:ListBucket"], bucket.BucketArn));
    }

    private static string Objects(IBucket bucket) => bucket.ArnForObjects($"{Prefix}*");
}
