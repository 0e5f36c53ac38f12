using Amazon.CDK.AWS.Ecr.Assets;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A folder with a Dockerfile.</summary>
internal sealed class DirectorySource(string path, string dockerfile, IReadOnlyDictionary<string, string> buildArguments) : ContainerSource
{
    internal override bool IsInEcr => true;

    internal override IEnumerable<CodeProblem> Check() => ImageDirectory.Check(path, dockerfile);

    internal override ContainerPackage Package(Construct scope, CpuArchitecture architecture)
    {
        var asset = new DockerImageAsset(scope, "Image", new DockerImageAssetProps
        {
            Directory = Path.GetFullPath(path),
            File = dockerfile,
            BuildArgs = new Dictionary<string, string>(buildArguments, StringComparer.Ordinal),
            Platform = TaskArchitecture.IsArm(architecture) ? Platform_.LINUX_ARM64 : Platform_.LINUX_AMD64,
        });
        return new ContainerPackage(asset.ImageUri, asset.Repository);
    }
}
