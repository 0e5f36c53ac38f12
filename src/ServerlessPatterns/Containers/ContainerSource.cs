using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Where the image of a pattern's tasks comes from: an ECR repository, a folder with a Dockerfile, or another registry.</summary>
/// <remarks>A relative path starts at the current directory, which under <c>cdk synth</c> is the folder of cdk.json.</remarks>
public abstract class ContainerSource
{
    private protected ContainerSource()
    {
    }

    /// <summary>An image that is already in an ECR repository.</summary>
    /// <param name="repository">The repository, that of an <see cref="ImageRepository"/> for instance.</param>
    /// <param name="tagOrDigest">
    /// A tag, or a digest that starts with <c>sha256:</c>. CloudFormation does not see that another image was pushed
    /// under the same tag: use a digest, or a tag that is never pushed twice.
    /// </param>
    /// <returns>The source of the image.</returns>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public static ContainerSource FromEcr(IRepository repository, string tagOrDigest)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentException.ThrowIfNullOrWhiteSpace(tagOrDigest);
        return new EcrSource(repository, tagOrDigest);
    }

    /// <summary>
    /// A folder with a Dockerfile, built with Docker and pushed at deployment for the processor of the tasks. Its
    /// <c>.dockerignore</c> is honoured.
    /// </summary>
    /// <param name="path">The folder that is the context of the build.</param>
    /// <param name="dockerfile">The Dockerfile, relative to the folder.</param>
    /// <param name="buildArguments">The values of the Dockerfile's <c>ARG</c>s. They stay readable in the image: no secrets.</param>
    /// <returns>The source of the image.</returns>
    /// <exception cref="ArgumentException">A path is null or empty.</exception>
    public static ContainerSource FromDirectory(
        string path, string dockerfile = "Dockerfile", IReadOnlyDictionary<string, string>? buildArguments = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(dockerfile);
        return new DirectorySource(path, dockerfile, buildArguments ?? new Dictionary<string, string>());
    }

    /// <summary>
    /// An image in a registry other than your own ECR: Docker Hub, the public gallery of ECR, a company's. The tasks
    /// need a way into the internet, or to that registry, to pull it.
    /// </summary>
    /// <param name="name">The name as <c>docker pull</c> takes it, with a tag or digest.</param>
    /// <param name="credentials">A secret with the fields <c>username</c> and <c>password</c>, for a private registry.</param>
    /// <returns>The source of the image.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static ContainerSource FromRegistry(string name, ISecret? credentials = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new RegistrySource(name, credentials);
    }

    /// <summary>Whether the image is pulled from ECR in the tasks' own account and region.</summary>
    internal abstract bool IsInEcr { get; }

    /// <summary>Whether a secret of Secrets Manager is read to pull it.</summary>
    internal virtual bool HasCredentials => false;

    /// <summary>The problems that can be seen without building anything.</summary>
    internal abstract IEnumerable<CodeProblem> Check();

    /// <summary>Makes the image ready; called when the task definition is made.</summary>
    internal abstract ContainerPackage Package(Construct scope, CpuArchitecture architecture);
}
