using Amazon.CDK.AWS.Ecr.Assets;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A folder with a Dockerfile.</summary>
internal sealed class ImageDirectoryCode(string path) : FunctionCode
{
    internal override bool SupportsSnapStart => false;

    internal override IEnumerable<CodeProblem> Check()
    {
        var directory = Path.GetFullPath(path);
        if (!Directory.Exists(directory))
        {
            yield return new CodeProblem(
                FunctionCodeErrors.ImageDirectoryNotFound,
                directory,
                "a folder that holds a Dockerfile",
                "Correct the path; a relative one starts at the current directory, the folder of cdk.json under cdk synth.");
        }
        else if (!File.Exists(Path.Combine(directory, "Dockerfile")))
        {
            yield return new CodeProblem(
                FunctionCodeErrors.DockerfileNotFound,
                directory,
                "a folder that holds a file called Dockerfile",
                "Add the Dockerfile, or give the folder that has it.");
        }
    }

    internal override FunctionPackage Package(Construct scope, Architecture architecture) =>
        new(
            Code.FromAssetImage(Path.GetFullPath(path), new AssetImageCodeProps
            {
                Platform = LambdaArchitecture.IsArm(architecture) ? Platform_.LINUX_ARM64 : Platform_.LINUX_AMD64,
            }),
            Runtime.FROM_IMAGE,
            Handler.FROM_IMAGE);
}
