using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>An image in an ECR repository.</summary>
internal sealed class ImageCode(IRepository repository, string tagOrDigest) : FunctionCode
{
    internal override bool SupportsSnapStart => false;

    internal override IEnumerable<CodeProblem> Check() => ImageReference.Check(tagOrDigest);

    internal override FunctionPackage Package(Construct scope, Architecture architecture) =>
        new(
            Code.FromEcrImage(repository, new EcrImageCodeProps { TagOrDigest = tagOrDigest }),
            Runtime.FROM_IMAGE,
            Handler.FROM_IMAGE)
        {
            Notices = Notices(),
        };

    internal IReadOnlyList<CodeNotice> Notices() => ImageReference.Notices(tagOrDigest, "the function");
}
