using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns;

/// <summary>What the function of a <see cref="ThumbnailPipeline"/> may do, and nothing else.</summary>
internal static class ThumbnailPermissions
{
    public static void Grant(ThumbnailPipeline pipeline, ThumbnailPipelineProps props)
    {
        var function = pipeline.Function;

        // The handler reads what the bucket holds at that moment, never a version by its id.
        function.Allow(["s3:GetObject"], SourceObjects(pipeline, props));

        // Without ListBucket, S3 answers 403 for an object that is gone, not 404.
        // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
        function.Allow(["s3:ListBucket"], pipeline.SourceBucket.BucketArn);
        function.Allow(["s3:DeleteObject", "s3:PutObject"], DestinationObjects(pipeline, props));
        function.Allow(["dynamodb:UpdateItem"], pipeline.Table.TableArn);
        KeyStatements.Allow(
            function,
            (pipeline.SourceBucket.EncryptionKey, ["kms:Decrypt"]),
            (pipeline.DestinationBucket.EncryptionKey, ["kms:GenerateDataKey"]),
            (pipeline.Table.EncryptionKey, KeyStatements.TableActions));
    }

    /// <summary>The ARNs of the objects that are processed.</summary>
    public static string[] SourceObjects(ThumbnailPipeline pipeline, ThumbnailPipelineProps props)
    {
        IEnumerable<string> prefixes = props.SourcePrefixes.Count == 0 ? [""] : props.SourcePrefixes;
        return [.. prefixes.Select(prefix => pipeline.SourceBucket.ArnForObjects($"{prefix}*"))];
    }

    /// <summary>The ARN of the thumbnails.</summary>
    public static string DestinationObjects(ThumbnailPipeline pipeline, ThumbnailPipelineProps props) =>
        pipeline.DestinationBucket.ArnForObjects($"{props.DestinationPrefix}*");

    /// <summary>Allows a grantee actions on objects: by its own policy if it has one, else by the bucket's.</summary>
    public static Grant GrantOnObjects(IGrantable grantee, IBucket bucket, string[] objects, string[] actions, string[] keyActions)
    {
        bucket.EncryptionKey?.Grant(grantee, keyActions);
        var grant = Amazon.CDK.AWS.IAM.Grant.AddToPrincipal(new GrantOnPrincipalOptions
        {
            Grantee = grantee,
            Actions = actions,
            ResourceArns = objects,
            Scope = bucket,
        });
        if (!grant.Success)
        {
            bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
            {
                Principals = [grantee.GrantPrincipal],
                Actions = actions,
                Resources = objects,
            }));
        }

        return grant;
    }
}
