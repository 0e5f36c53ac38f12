using System.Text.Json;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns;

/// <summary>What a <see cref="ThumbnailPipeline"/> asks of its function.</summary>
internal static class ThumbnailFunction
{
    public static FunctionRequest Request(ThumbnailPipelineProps props, IBucket destination, ITable table) =>
        Request(props, Environment(props, destination.BucketName, table.TableName, isCheck: false));

    /// <summary>For the checks, which come before there are names: they are as long as S3 and DynamoDB allow.</summary>
    public static FunctionRequest RequestWithoutNames(ThumbnailPipelineProps props) =>
        Request(props, Environment(props, new string('x', 63), new string('x', 255), isCheck: true));

    private static FunctionRequest Request(ThumbnailPipelineProps props, IReadOnlyDictionary<string, string> environment) => new()
    {
        Given = props.Function,
        Settings = props.FunctionSettings,
        Defaults = new FunctionDefaults
        {
            Code = FunctionCode.FromBundle(
                "thumbnail-{arch}.zip", new Runtime("nodejs24.x", RuntimeFamily.NODEJS), "index.handler"),
            Description = "Makes thumbnails of uploaded images",
            MemorySize = ThumbnailDefaults.MemorySize,
            TimeoutSeconds = ThumbnailDefaults.TimeoutSeconds,
            Async = new AsyncInvocation(
                props.FunctionRetryAttempts ?? ThumbnailDefaults.FunctionRetryAttempts, props.FunctionMaxEventAge ?? ThumbnailDefaults.FunctionMaxEventAge),
        },
        Environment = environment,
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        Configure = props.ConfigureFunction,
    };

    private static Dictionary<string, string> Environment(ThumbnailPipelineProps props, string bucketName, string tableName, bool isCheck)
    {
        var maxInputSize = props.MaxInputSize ?? ThumbnailDefaults.MaxInputSize;
        var sizes = props.Sizes.Select(size => new
        {
            name = size.Name,
            width = size.Width,
            height = size.Height,
            fit = Lower(size.Fit),
        });
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ThumbnailEnvironment.TableName] = tableName,
            [ThumbnailEnvironment.PartitionKey] = props.PartitionKeyName,
            [ThumbnailEnvironment.SortKey] = props.SortKeyName,
            [ThumbnailEnvironment.DestinationBucket] = bucketName,
            [ThumbnailEnvironment.DestinationPrefix] = props.DestinationPrefix,
            [ThumbnailEnvironment.Sizes] = JsonSerializer.Serialize(sizes),
            [ThumbnailEnvironment.OutputFormat] = Lower(props.OutputFormat),
            [ThumbnailEnvironment.OutputQuality] = Tokens.Text(props.OutputQuality),
            [ThumbnailEnvironment.MaxInputBytes] = Tokens.Text(
                isCheck && maxInputSize.IsUnresolved() ? 0 : maxInputSize.ToBytes()),
            [ThumbnailEnvironment.MaxInputPixels] = Tokens.Text(props.MaxInputPixels),
            [ThumbnailEnvironment.SourceSuffixes] = JsonSerializer.Serialize(props.SourceSuffixes),
            [ThumbnailEnvironment.KeepThumbnailsOfDeleted] = props.KeepThumbnailsOfDeleted ? "true" : "false",
            [ThumbnailEnvironment.CacheControl] = props.CacheControl,

            // With glibc's default arenas sharp's memory fragments, and it falls back to one thread.
            // https://sharp.pixelplumbing.com/install#linux-memory-allocator
            ["MALLOC_ARENA_MAX"] = "2",
        };
        if (props.DeletedItemTimeToLive is { } timeToLive)
        {
            environment[ThumbnailEnvironment.DeletedItemTimeToLive] = Tokens.Text(
                isCheck && timeToLive.IsUnresolved() ? 0 : timeToLive.ToSeconds());
            environment[ThumbnailEnvironment.TimeToLiveAttribute] = ThumbnailDefaults.TimeToLiveAttribute;
        }

        return environment;
    }

    private static string Lower<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
