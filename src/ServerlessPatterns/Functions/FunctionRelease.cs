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
        PatternFunction scope, FunctionRequest request, PatternAlarms alarms)
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

        Alarm[] watched = [.. alarms.Made.Where(alarm => FunctionAlarms.RollBack.Contains(alarm.Node.Id))];
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["cloudwatch:DescribeAlarms"],
            Resources = [.. watched.Select(alarm => alarm.AlarmArn)],
        }));

        return new LambdaDeploymentGroup(scope, "DeploymentGroup", new LambdaDeploymentGroupProps
        {
            Alias = alias,
            DeploymentConfig = config,
            Alarms = watched,
            AutoRollback = new AutoRollbackConfig { FailedDeployment = true, StoppedDeployment = true, DeploymentInAlarm = true },

            // CodeDeploy's managed policy allows every function of the account; the role already has what it needs.
            Role = role.WithoutPolicyUpdates(),
        });
    }
}
