using Amazon.CDK;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// The access logs of a load balancer. What the CDK has for it needs a stack with a region; these attributes and this
/// principal hold in every region and partition.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html</remarks>
internal static class LoadBalancerLogs
{
    public static IBucket? Write(Construct scope, ApplicationLoadBalancer loadBalancer, LoadBalancedServiceProps props)
    {
        if (!props.AccessLogs)
        {
            return null;
        }

        var bucket = props.AccessLogsBucket ?? DefineBucket(scope, loadBalancer, props);
        loadBalancer.SetAttribute("access_logs.s3.enabled", "true");
        loadBalancer.SetAttribute("access_logs.s3.bucket", bucket.BucketName);
        loadBalancer.SetAttribute("access_logs.s3.prefix", props.AccessLogsPrefix);
        return bucket;
    }

    private static Bucket DefineBucket(Construct scope, ApplicationLoadBalancer loadBalancer, LoadBalancedServiceProps props)
    {
        var bucketProps = new BucketProps
        {
            // Nothing else is accepted, customer keys included.
            Encryption = BucketEncryption.S3_MANAGED,
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            EnforceSSL = true,
            RemovalPolicy = props.RemovalPolicy,
            LifecycleRules =
            [
                new LifecycleRule { Id = "abort-multipart-uploads", AbortIncompleteMultipartUploadAfter = Duration.Days(7) },
                new LifecycleRule { Id = "expire", Expiration = Duration.Days(90) },
            ],
        };
        props.ConfigureAccessLogsBucket?.Invoke(bucketProps);
        ServiceHookChecks.ThrowIfBroken(scope, bucketProps);
        var bucket = new Bucket(scope, "AccessLogsBucket", bucketProps);
        var prefix = props.AccessLogsPrefix.Length == 0 ? string.Empty : $"{props.AccessLogsPrefix}/";
        bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")],
            Actions = ["s3:PutObject"],

            // The account is the load balancer's, so that nobody else's load balancer can write here.
            Resources = [bucket.ArnForObjects($"{prefix}AWSLogs/{Stack.Of(scope).Account}/*")],
        }));

        // The load balancer writes a test object when it gets the attributes.
        loadBalancer.Node.AddDependency(bucket.Policy!);
        return bucket;
    }
}
