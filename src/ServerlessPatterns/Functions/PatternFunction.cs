using Amazon.CDK;
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
    private readonly FunctionPermissions permissions;

    internal PatternFunction(Construct scope, string id, FunctionRequest request, PatternAlarms alarms)
        : base(scope, id)
    {
        if (request.Given is { } given)
        {
            Invoked = given;
            permissions = new FunctionPermissions(this, given);
        }
        else
        {
            LogGroup = DefineLogGroup(request);
            var role = DefineRole(LogGroup, request);
            Role = role;
            Resource = FunctionResource.Define(this, request, role, LogGroup);
            Alias = FunctionRelease.DefineAlias(this, request, Resource);
            Invoked = Alias is null ? Resource : Alias;
            permissions = new FunctionPermissions(role);
            DeadLetterQueue = DefineAsyncInvocation(request);
        }

        FunctionAlarms.Add(this, request, alarms);
        DeploymentGroup = FunctionRelease.DefineDeployment(this, request, alarms);
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

    /// <summary>The role that the function was made with; nothing when a function was given.</summary>
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

    private LogGroup DefineLogGroup(FunctionRequest request)
    {
        var key = request.EncryptionKey;
        key?.AddToResourcePolicy(KeyStatements.ForLogs(this), true);
        var logGroup = new LogGroup(this, "LogGroup", new LogGroupProps
        {
            Retention = request.Settings.LogRetention ?? RetentionDays.ONE_MONTH,
            RemovalPolicy = request.RemovalPolicy,
        });
        if (key is not null)
        {
            // LogGroupProps.EncryptionKey has another type in newer CDK versions.
            ((CfnLogGroup)logGroup.Node.DefaultChild!).AddPropertyOverride("KmsKeyId", key.KeyArn);
        }

        return logGroup;
    }

    // AWSLambdaBasicExecutionRole allows every log group of the account; this role knows its own only.
    private Role DefineRole(LogGroup logGroup, FunctionRequest request)
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = request.Defaults.Description,
        });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [logGroup.LogGroupArn],
        }));
        if (request.Settings.Vpc is not null)
        {
            role.AddToPolicy(FunctionPermissions.NetworkInterfaces());
        }

        return role;
    }

    private Queue? DefineAsyncInvocation(FunctionRequest request)
    {
        if (request.Defaults.Async is not { } async)
        {
            return null;
        }

        var queue = DeadLetters.DefineQueue(this, "DeadLetterQueue", request.EncryptionKey, request.RemovalPolicy);
        permissions.Allow(["sqs:SendMessage"], [queue.QueueArn]);
        if (request.EncryptionKey is { } key)
        {
            permissions.Allow(["kms:Decrypt", "kms:GenerateDataKey"], [key.KeyArn]);
        }

        // CfnEventInvokeConfigProps.FunctionName has another type in newer CDK versions.
        var config = new CfnResource(this, "AsyncInvocation", new CfnResourceProps
        {
            Type = "AWS::Lambda::EventInvokeConfig",
            Properties = new Dictionary<string, object>
            {
                ["FunctionName"] = Resource!.FunctionName,
                ["Qualifier"] = Alias?.AliasName ?? "$LATEST",
                ["MaximumRetryAttempts"] = async.RetryAttempts,
                ["MaximumEventAgeInSeconds"] = async.MaxEventAge.ToSeconds(),
                ["DestinationConfig"] = new Dictionary<string, object>
                {
                    ["OnFailure"] = new Dictionary<string, object> { ["Destination"] = queue.QueueArn },
                },
            },
        });

        // Lambda checks at creation that the role may send to the destination.
        config.Node.AddDependency(Role!);
        if (Alias is not null)
        {
            config.Node.AddDependency(Alias);
        }

        return queue;
    }
}
