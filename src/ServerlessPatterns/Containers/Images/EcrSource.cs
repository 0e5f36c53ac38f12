using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>An image in an ECR repository.</summary>
internal sealed class EcrSource(IRepository repository, string tagOrDigest) : ContainerSource
{
    internal override bool IsInEcr => true;

    internal override IEnumerable<CodeProblem> Check() => ImageReference.Check(tagOrDigest);

    internal override ContainerPackage Package(Construct scope, CpuArchitecture architecture) =>
        new(repository.RepositoryUriForTagOrDigest(tagOrDigest), repository)
        {
            Notices = ImageReference.Notices(tagOrDigest, "the tasks"),
        };
}
