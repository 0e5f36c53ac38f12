using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the Lambda function itself.</summary>
internal static class FunctionResource
{
    public static Function Define(Construct scope, FunctionRequest request, IRole role, LogGroup logGroup)
    {
        var package = request.Code.Package(scope, request.Architecture);
        Annotate(scope, package);
        var props = Props(request, package, role);
        if (request.Configure is { } configure)
        {
            configure(props);
            FunctionHookChecks.ThrowIfBroken(scope, request, Props(request, package, role), props);
        }

        if (request.TimeoutVariable is { } variable)
        {
            props.Environment![variable] = Tokens.Text(props.Timeout!.ToSeconds());
        }

        var function = new Function(scope, "Function", props);
        var resource = (CfnFunction)function.Node.DefaultChild!;

        // FunctionProps.LogGroup has another type in newer CDK versions, which would break apps that use them.
        resource.AddPropertyOverride("LoggingConfig.LogGroup", logGroup.LogGroupName);

        // The CDK always writes that a function depends on its role, which cfn-lint calls superfluous.
        resource.AddMetadata("cfn-lint", new Dictionary<string, object>
        {
            ["config"] = new Dictionary<string, object> { ["ignore_checks"] = new[] { "W3005" } },
        });
        return function;
    }

    private static FunctionProps Props(FunctionRequest request, FunctionPackage package, IRole role)
    {
        var settings = request.Settings;
        return new FunctionProps
        {
            Code = package.Code,
            Runtime = package.Runtime,
            Handler = package.Handler,
            Description = request.Defaults.Description,
            Architecture = request.Architecture,
            MemorySize = settings.MemorySize ?? request.Defaults.MemorySize,
            Timeout = settings.Timeout ?? Duration.Seconds(request.Defaults.TimeoutSeconds),
            EphemeralStorageSize = settings.EphemeralStorageSize,
            Environment = MergeEnvironment(request),
            Role = role,
            Tracing = Tracing.ACTIVE,
            LoggingFormat = LoggingFormat.JSON,
            Vpc = settings.Vpc,
            VpcSubnets = settings.VpcSubnets,
            SecurityGroups = settings.SecurityGroups?.ToArray(),
            ReservedConcurrentExecutions = settings.ReservedConcurrentExecutions,
            SnapStart = settings.SnapStart ? SnapStartConf.ON_PUBLISHED_VERSIONS : null,
        };
    }

    private static void Annotate(Construct scope, FunctionPackage package)
    {
        foreach (var notice in package.Notices)
        {
            if (notice.IsWarning)
            {
                Notices.AddWarning(scope, notice.Id, notice.Text);
            }
            else
            {
                Annotations.Of(scope).AddInfo(notice.Text);
            }
        }
    }

    private static Dictionary<string, string> MergeEnvironment(FunctionRequest request)
    {
        var merged = new Dictionary<string, string>(request.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in request.Settings.Environment ?? new Dictionary<string, string>())
        {
            merged[name] = value;
        }

        return merged;
    }
}
