using Amazon.CDK.AWS.ECR;

namespace ServerlessPatterns;

/// <summary>An image that is ready to be pulled.</summary>
/// <param name="ImageName">The name with registry and tag or digest.</param>
/// <param name="Repository">The ECR repository that it is in, if it is.</param>
/// <param name="Credentials">The secret that is needed to pull it.</param>
internal sealed record ContainerPackage(string ImageName, IRepository? Repository, ContainerSecret? Credentials = null)
{
    public IReadOnlyList<CodeNotice> Notices { get; init; } = [];
}
