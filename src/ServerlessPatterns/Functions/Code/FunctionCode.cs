using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>What a pattern's Lambda function runs: a .NET project, a folder that is already built, or a container image.</summary>
/// <remarks>A relative path starts at the current directory, which under <c>cdk synth</c> is the folder of cdk.json.</remarks>
public abstract class FunctionCode
{
    private protected FunctionCode()
    {
    }

    /// <summary>A .NET project, published with <c>dotnet publish</c> at synth, without Docker.</summary>
    /// <remarks>
    /// An unchanged project costs an incremental build. The published files, and so the asset's hash, are the same
    /// in every clone and at every commit that has the same sources. The function's runtime follows the project's
    /// target framework: net10.0, or net8.0 with a warning.
    /// </remarks>
    /// <param name="projectPath">A .csproj, .fsproj or .vbproj file, or the folder that holds exactly one.</param>
    /// <param name="handler">
    /// <c>Assembly::Namespace.Type::Method</c>, or the assembly's name when it is an executable. Found in the published
    /// assembly when left out: the executable, or the one public class with a method called <c>FunctionHandler</c>,
    /// <c>FunctionHandlerAsync</c>, <c>Handler</c>, <c>HandlerAsync</c>, <c>Handle</c> or <c>HandleAsync</c>.
    /// </param>
    /// <returns>The code of the function.</returns>
    /// <exception cref="ArgumentException"><paramref name="projectPath"/> is null or empty.</exception>
    public static FunctionCode FromProject(string projectPath, string? handler = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(projectPath);
        return new ProjectCode(projectPath, handler, ProjectPublisher.Shared);
    }

    /// <summary>A folder or .zip file that is already built, in any language.</summary>
    /// <param name="path">The folder or .zip file. Its content is uploaded as it is.</param>
    /// <param name="runtime">The Lambda runtime that it is built for.</param>
    /// <param name="handler">The handler, in the form that the runtime expects.</param>
    /// <returns>The code of the function.</returns>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public static FunctionCode FromDirectory(string path, Runtime runtime, string handler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentException.ThrowIfNullOrWhiteSpace(handler);
        return new DirectoryCode(path, runtime, handler);
    }

    /// <summary>A container image that is already in an ECR repository.</summary>
    /// <param name="repository">The repository, in the function's own region.</param>
    /// <param name="tagOrDigest">
    /// A tag, or a digest that starts with <c>sha256:</c>. CloudFormation does not see that another image was pushed
    /// under the same tag: use a digest, or a tag that is never pushed twice.
    /// </param>
    /// <returns>The code of the function.</returns>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public static FunctionCode FromImage(IRepository repository, string tagOrDigest)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentException.ThrowIfNullOrWhiteSpace(tagOrDigest);
        return new ImageCode(repository, tagOrDigest);
    }

    /// <summary>A folder with a Dockerfile, built and pushed at deployment for the function's architecture.</summary>
    /// <param name="path">The folder that holds the Dockerfile.</param>
    /// <returns>The code of the function.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public static FunctionCode FromImageDirectory(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ImageDirectoryCode(path);
    }

    /// <summary>A prebuilt .zip that ships beside this library, in its folder <c>handlers</c>.</summary>
    /// <param name="fileName">The file's name; <c>{arch}</c> in it becomes <c>x64</c> or <c>arm64</c>.</param>
    /// <param name="runtime">The Lambda runtime that it is built for.</param>
    /// <param name="handler">The handler.</param>
    internal static FunctionCode FromBundle(string fileName, Runtime runtime, string handler) =>
        new BundleCode(fileName, runtime, handler, BundleCode.ShippedFolder);

    /// <summary>Whether Lambda can start the function from a snapshot (SnapStart).</summary>
    internal abstract bool SupportsSnapStart { get; }

    /// <summary>The problems that can be seen without building anything.</summary>
    internal abstract IEnumerable<CodeProblem> Check();

    /// <summary>Makes the code ready and says how the function runs it; called when the function is made.</summary>
    /// <exception cref="FunctionBuildException">The code could not be built, or what was built cannot run on Lambda.</exception>
    internal abstract FunctionPackage Package(Construct scope, Architecture architecture);
}
