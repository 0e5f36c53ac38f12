using System.Text.RegularExpressions;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;

namespace ServerlessPatterns;

/// <summary>An image in a registry that is not the account's own ECR.</summary>
internal sealed partial class RegistrySource(string name, ISecret? credentials) : ContainerSource
{
    internal override bool IsInEcr => false;

    internal override bool HasCredentials => credentials is not null;

    internal override IEnumerable<CodeProblem> Check()
    {
        if (!Tokens.IsUnresolved(name) && EcrName().IsMatch(name))
        {
            yield return new CodeProblem(
                ErrorCodes.ContainerRegistryName,
                name,
                "the name of an image outside ECR: the tasks get no permission to pull this one",
                "Use ContainerSource.FromEcr with Repository.FromRepositoryAttributes.");
        }
    }

    internal override ContainerPackage Package(Construct scope, CpuArchitecture architecture) => new(
        name, null, credentials is null ? null : ContainerSecret.FromSecretsManager(credentials))
    {
        Notices = IsMutable()
            ? [new CodeNotice(
                "ServerlessPatterns:MutableImageTag",
                $"The image '{name}' has no tag or the tag 'latest', which moves without CloudFormation noticing: tasks that start later run another image than those before. Give a digest, or a tag that stays.",
                IsWarning: true)]
            : [],
    };

    private bool IsMutable()
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        return !Tokens.IsUnresolved(name) && !last.Contains('@', StringComparison.Ordinal)
            && (!last.Contains(':', StringComparison.Ordinal) || last.EndsWith(":latest", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\d{12}\.dkr[.-]ecr[.-]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EcrName();
}
