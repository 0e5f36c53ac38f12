namespace ServerlessPatterns;

/// <summary>What the function of a <see cref="ThumbnailPipeline"/> may do, and nothing else.</summary>
internal static class ThumbnailPermissions
{
    public static void Grant(ThumbnailPipeline pipeline, ThumbnailPipelineProps props)
    {
        var function = pipeline.Function;

        // GetObjectVersion: an event of a versioned bucket names the version that it is about.
        function.Allow(["s3:GetObject", "s3:GetObjectVersion"], SourceObjects(pipeline, props));

        // Without ListBucket, S3 answers 403 for an object that is gone, not 404.
        // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
        function.Allow(["s3:ListBucket"], pipeline.SourceBucket.BucketArn);
        function.Allow(["s3:DeleteObject", "s3:PutObject"], DestinationObjects(pipeline, props));
        function.Allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], pipeline.Table.TableArn);

        string[] read = ["kms:Decrypt"];
        string[] write = ["kms:GenerateDataKey"];
        string[] keep = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"];
        AllowKey(function, read, pipeline.SourceBucket.EncryptionKey?.KeyArn);
        AllowKey(function, write, pipeline.DestinationBucket.EncryptionKey?.KeyArn);
        AllowKey(function, keep, pipeline.Table.EncryptionKey?.KeyArn);
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

    private static void AllowKey(PatternFunction function, string[] actions, string? keyArn)
    {
        if (keyArn is not null)
        {
            function.Allow(actions, keyArn);
        }
    }
}
