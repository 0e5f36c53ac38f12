using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns;

/// <summary>
/// The roles that <c>cdk bootstrap</c> makes in an account and region, by name. They do what the CDK CLI does; it assumes
/// them with the credentials that it is given.
/// </summary>
internal static class BootstrapRoles
{
    public const string DefaultQualifier = "hnb659fds";

    // Four ARNs of an environment take some 400 characters of the 10,240 that the policies of a role may have.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    public const int MaxEnvironments = 25;

    public static readonly string[] Deployment = ["deploy", "file-publishing", "image-publishing", "lookup"];

    public static readonly string[] Lookup = ["lookup"];

    public static void Allow(Role role, GitHubRoleProps props, string[] kinds)
    {
        var stack = Stack.Of(role);
        var qualifier = props.Qualifier ?? role.Node.TryGetContext("@aws-cdk/core:bootstrapQualifier") as string ?? DefaultQualifier;
        var (ownAccount, ownRegion) = (stack.Account, stack.Region);
        var arns =
            from environment in props.BootstrappedEnvironments ?? [new Amazon.CDK.Environment()]
            let account = environment.Account ?? ownAccount
            let region = environment.Region ?? ownRegion
            from kind in kinds
            select $"arn:{Aws.PARTITION}:iam::{account}:role/cdk-{qualifier}-{kind}-role-{account}-{region}";
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["sts:AssumeRole"],
            Resources = [.. arns.Distinct(StringComparer.Ordinal)],
        }));
    }
}
