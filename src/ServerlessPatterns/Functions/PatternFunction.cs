using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// The function of a pattern with all that belongs to it; or the function that was given, which is never reconfigured.
/// </summary>
public sealed class PatternFunction : Construct, IGrantable
{
    private readonly RolePermissions permissions;

    internal PatternFunction(Construct scope, string id, FunctionRequest request, PatternAlarms alarms)
        : base(scope, id)
    {
        if (request.Given is { } given)
        {
            Invoked = given;
            permissions = RolePermissions.OfGivenFunction(this, given);
        }
        else
        {
            LogGroup = FunctionLogs.Define(this, request);
            (Role, permissions) = FunctionRole.Define(this, request, LogGroup);
            Resource = FunctionResource.Define(this, request, Role, LogGroup);
            permissions.Precede(Resource.Node.DefaultChild!);
            Alias = FunctionRelease.DefineAlias(this, request, Resource);
            Invoked = Alias is null ? Resource : Alias;
            DeadLetterQueue = FunctionAsyncInvocation.Define(this, request, permissions);
        }

        var rollBack = FunctionAlarms.Add(this, request.Settings.DeploymentConfig is not null, alarms);
        DeploymentGroup = FunctionRelease.DefineDeployment(this, request, rollBack);
        GrantPrincipal = Invoked.GrantPrincipal;
    }

    /// <summary>What the pattern invokes: the alias where there is one, else the function.</summary>
    public IFunction Invoked { get; }

    /// <summary>The function that was made; nothing when one was given.</summary>
    public Function? Resource { get; }

    /// <summary>The alias in front of the function, made for SnapStart and for gradual deployments.</summary>
    public Alias? Alias { get; }

    /// <summary>The deployment group that shifts the traffic, made for gradual deployments.</summary>
    public LambdaDeploymentGroup? DeploymentGroup { get; }

    /// <summary>The role of the function, made here or given; nothing when a function was given.</summary>
    public IRole? Role { get; }

    /// <summary>The log group of the function; nothing when a function was given.</summary>
    public LogGroup? LogGroup { get; }

    /// <summary>
    /// Where the events of failed asynchronous invocations end; nothing when the function was given or is only called
    /// synchronously.
    /// </summary>
    public Queue? DeadLetterQueue { get; }

    /// <inheritdoc/>
    public IPrincipal GrantPrincipal { get; }

    /// <summary>Allows the function named actions on named resources, in the stack of the pattern.</summary>
    internal void Allow(string[] actions, params string[] resources) => permissions.Allow(actions, resources);

    /// <summary>Has a resource wait for the function's permissions, where Lambda checks them when it is made.</summary>
    internal void Precede(IConstruct resource) => permissions.Precede(resource);
}
