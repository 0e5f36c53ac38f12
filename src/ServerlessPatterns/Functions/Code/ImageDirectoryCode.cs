using Amazon.CDK.AWS.Ecr.Assets;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A folder with a Dockerfile.</summary>
internal sealed class ImageDirectoryCode(string path) : FunctionCode
{
    internal override bool SupportsSnapStart => false;

    internal override IEnumerable<CodeProblem> Check() => ImageDirectory.Check(path);

    internal override FunctionPackage Package(Construct scope, Architecture architecture) =>
        new(
            Code.FromAssetImage(Path.GetFullPath(path), new AssetImageCodeProps
            {
                Platform = LambdaArchitecture.IsArm(architecture) ? Platform_.LINUX_ARM64 : Platform_.LINUX_AMD64,
            }),
            Runtime.FROM_IMAGE,
            Handler.FROM_IMAGE);
}
