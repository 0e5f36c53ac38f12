using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// The image of a container whose execution role the pattern itself gives what it needs: the CDK's own images write
/// into the policy of the role, which may belong to another stack, and allow more than ECS uses.
/// </summary>
internal sealed class UngrantedImage(ContainerPackage package) : ContainerImage
{
    public override IContainerImageConfig Bind(Construct scope, ContainerDefinition containerDefinition) => new ContainerImageConfig
    {
        ImageName = package.ImageName,
        RepositoryCredentials = package.Credentials is { } credentials
            ? new CfnTaskDefinition.RepositoryCredentialsProperty { CredentialsParameter = credentials.ValueFrom }
            : null,
    };
}
