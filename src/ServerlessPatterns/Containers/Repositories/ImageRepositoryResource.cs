using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the repository itself.</summary>
internal static class ImageRepositoryResource
{
    public static Repository Define(Construct scope, ImageRepositoryProps props)
    {
        var repository = new RepositoryProps
        {
            RepositoryName = props.RepositoryName,
            ImageTagMutability = props.ImageTagMutability,
            ImageScanOnPush = props.ImageScanOnPush,
            LifecycleRules = LifecycleRules(props),
            RemovalPolicy = props.RemovalPolicy,
        };
        if (props.ConfigureRepository is { } configure)
        {
            configure(repository);
            ImageRepositoryChecks.ThrowIfBroken(scope, repository);
        }

        var made = new Repository(scope, "Repository", repository);
        Encrypt((CfnRepository)made.Node.DefaultChild!, props);
        return made;
    }

    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
    private static ILifecycleRule[] LifecycleRules(ImageRepositoryProps props) =>
    [
        new LifecycleRule
        {
            RulePriority = 1,
            Description = "Images without a tag go",
            TagStatus = TagStatus.UNTAGGED,
            MaxImageAge = props.UntaggedImageExpiration ?? Duration.Days(ImageRepositoryDefaults.UntaggedImageDays),
        },
        new LifecycleRule
        {
            RulePriority = 2,
            Description = "The newest images with a tag stay",
            TagStatus = TagStatus.TAGGED,
            TagPatternList = ["*"],
            MaxImageCount = props.MaxTaggedImages,
        },
    ];

    // RepositoryProps.EncryptionKey has another type in newer CDK versions.
    private static void Encrypt(CfnRepository repository, ImageRepositoryProps props)
    {
        repository.AddPropertyOverride("EncryptionConfiguration.EncryptionType", props.EncryptionKey is null ? "AES256" : "KMS");
        if (props.EncryptionKey is { } key)
        {
            repository.AddPropertyOverride("EncryptionConfiguration.KmsKey", key.KeyArn);
        }
    }
}
