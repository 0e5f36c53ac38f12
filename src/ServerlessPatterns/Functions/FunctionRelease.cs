using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>The alias in front of a function, and the deployments that shift it from version to version.</summary>
internal static class FunctionRelease
{
    private const string AliasName = "live";

    public static Alias? DefineAlias(PatternFunction scope, FunctionRequest request, Function function)
    {
        // SnapStart takes its snapshot of a published version, and CodeDeploy shifts between two of them.
        if (!request.Settings.SnapStart && request.Settings.DeploymentConfig is null)
        {
            return null;
        }

        return new Alias(scope, "Alias", new AliasProps { AliasName = AliasName, Version = function.CurrentVersion });
    }

    public static LambdaDeploymentGroup? DefineDeployment(
        PatternFunction scope, FunctionRequest request, IReadOnlyList<Alarm> watched)
    {
        if (request.Settings.DeploymentConfig is not { } config || scope.Alias is not { } alias)
        {
            return null;
        }

        var role = new Role(scope, "DeploymentRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("codedeploy.amazonaws.com"),
            Description = "Shifts the traffic of one function alias",
        });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"],
            Resources = [scope.Resource!.FunctionArn, $"{scope.Resource.FunctionArn}:{AliasName}"],
        }));

        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["cloudwatch:DescribeAlarms"],
            Resources = [.. watched.Select(alarm => alarm.AlarmArn)],
        }));

        var group = new LambdaDeploymentGroup(scope, "DeploymentGroup", new LambdaDeploymentGroupProps
        {
            Alias = alias,
            DeploymentConfig = config,

            // CodeDeploy's managed policy allows every function of the account; the role already has what it needs.
            Role = role.WithoutPolicyUpdates(),
        });

        // A change of the alias starts a deployment, which fails when the role does not have its policy yet; the group
        // itself does not know the role's policy.
        alias.Node.AddDependency(role);

        // LambdaDeploymentGroupProps.Alarms has another type in newer CDK versions.
        var resource = (CfnDeploymentGroup)group.Node.DefaultChild!;
        resource.AddPropertyOverride("AlarmConfiguration", new Dictionary<string, object>
        {
            ["Enabled"] = true,
            ["Alarms"] = watched.Select(alarm => new Dictionary<string, object> { ["Name"] = alarm.AlarmName }).ToArray(),
        });
        resource.AddPropertyOverride("AutoRollbackConfiguration", new Dictionary<string, object>
        {
            ["Enabled"] = true,
            ["Events"] = new[] { "DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST", "DEPLOYMENT_STOP_ON_ALARM" },
        });
        return group;
    }
}
