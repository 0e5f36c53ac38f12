using Amazon.CDK;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns;

/// <summary>
/// What a pattern's function runs and how. Everything that is left out takes the default of the pattern, which its
/// page in docs/patterns lists.
/// </summary>
public sealed class FunctionSettings
{
    /// <summary>The code that runs instead of the pattern's own handler.</summary>
    /// <value>The default value is the handler that ships with the pattern, where it has one.</value>
    public FunctionCode? Code { get; init; }

    /// <summary>Memory in MiB, 128 to 10,240; the CPU grows with it, one full vCPU at 1,769.</summary>
    /// <value>The default value is the pattern's.</value>
    public double? MemorySize { get; init; }

    /// <summary>How long one invocation may take, 1 to 900 seconds.</summary>
    /// <value>The default value is the pattern's.</value>
    public Duration? Timeout { get; init; }

    /// <summary>The size of <c>/tmp</c>, 512 to 10,240 MiB.</summary>
    /// <value>The default value is 512 MiB, which costs nothing.</value>
    public Size? EphemeralStorageSize { get; init; }

    /// <summary>The processor that the function runs on. <c>ARM_64</c> costs a fifth less a GB-second.</summary>
    /// <value>The default value is <c>X86_64</c>.</value>
    public Architecture? Architecture { get; init; }

    /// <summary>Environment variables beside those that the pattern sets, 4 KB in total.</summary>
    /// <value>The default value is none.</value>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>The network that the function is placed in.</summary>
    /// <value>The default value is none: the function runs in Lambda's own network.</value>
    public IVpc? Vpc { get; init; }

    /// <summary>The subnets of <see cref="Vpc"/>.</summary>
    /// <value>The default value is the private subnets.</value>
    public ISubnetSelection? VpcSubnets { get; init; }

    /// <summary>The security groups in <see cref="Vpc"/>.</summary>
    /// <value>The default value is a group of its own that lets nothing in.</value>
    public IReadOnlyList<ISecurityGroup>? SecurityGroups { get; init; }

    /// <summary>A role of your own. The pattern's permissions come to it in a policy of the pattern's stack.</summary>
    /// <value>The default value is a new role, with no managed policy.</value>
    public IRole? Role { get; init; }

    /// <summary>The most invocations at a time, taken out of the account's share.</summary>
    /// <value>The default value is none: the function shares the account's concurrency.</value>
    public double? ReservedConcurrentExecutions { get; init; }

    /// <summary>How long the logs are kept.</summary>
    /// <value>The default value is 30 days (<c>ONE_MONTH</c>).</value>
    public RetentionDays? LogRetention { get; init; }

    /// <summary>
    /// Starts instances from a snapshot of the initialised function (Lambda SnapStart). The pattern then calls the
    /// function through a version behind the alias <c>live</c>.
    /// </summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool SnapStart { get; init; }

    /// <summary>
    /// Shifts traffic to a new version step by step, and back when the alarm of errors or of duration goes off, which
    /// then look at minutes in place of five; <c>LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES</c> for instance. The
    /// pattern then calls the function through the alias <c>live</c>.
    /// </summary>
    /// <value>The default value is none: a deployment replaces the function at once.</value>
    public ILambdaDeploymentConfig? DeploymentConfig { get; init; }
}
