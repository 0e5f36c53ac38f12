using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Checks props again after the hooks of a service.</summary>
internal static class ServiceHookChecks
{
    public static void ThrowIfBroken(
        Construct pattern, LoadBalancedServiceProps props, ApplicationLoadBalancerProps after, IVpc vpc, ISecurityGroup securityGroup)
    {
        const string Hook = nameof(props.ConfigureLoadBalancer);
        var checks = new Checks();
        Kept(checks, $"{Hook}.{nameof(after.Vpc)}", ReferenceEquals(after.Vpc, vpc), "Set Vpc or Cluster instead.");
        Kept(checks, $"{Hook}.{nameof(after.InternetFacing)}", after.InternetFacing == props.PublicAccess, "Set PublicAccess instead: it decides who is let in, too.");
        Kept(checks, $"{Hook}.{nameof(after.SecurityGroup)}", ReferenceEquals(after.SecurityGroup, securityGroup), "Set AllowedPeers instead, or give LoadBalancer.");
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }

    public static void ThrowIfBroken(Construct pattern, ApplicationListenerProps after, IApplicationLoadBalancer loadBalancer, bool isEncrypted)
    {
        const string Hook = nameof(LoadBalancedServiceProps.ConfigureListener);
        var checks = new Checks();
        Kept(checks, $"{Hook}.{nameof(after.LoadBalancer)}", ReferenceEquals(after.LoadBalancer, loadBalancer), "Set LoadBalancer instead.");
        Kept(checks, $"{Hook}.{nameof(after.Open)}", after.Open is false, "Set PublicAccess or AllowedPeers instead.");
        Kept(checks, $"{Hook}.{nameof(after.Protocol)}", after.Protocol == (isEncrypted ? ApplicationProtocol.HTTPS : ApplicationProtocol.HTTP), "Set Certificate, DomainName or AllowPlainHttp instead.");
        Kept(checks, $"{Hook}.{nameof(after.DefaultAction)}", after.DefaultAction is not null, "End the actions with a forward to the target group that was there.");
        checks.Require(!isEncrypted || after.SslPolicy is not null, ErrorCodes.ServiceHookBroke, $"{Hook}.{nameof(after.SslPolicy)}", "nothing", "a policy, TLS 1.2 or newer", "Leave it as it is.");
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }

    public static void ThrowIfBroken(Construct pattern, ApplicationTargetGroupProps after, IVpc vpc)
    {
        const string Hook = nameof(LoadBalancedServiceProps.ConfigureTargetGroup);
        var checks = new Checks();
        Kept(checks, $"{Hook}.{nameof(after.Vpc)}", ReferenceEquals(after.Vpc, vpc), "Set Vpc or Cluster instead.");
        Kept(checks, $"{Hook}.{nameof(after.TargetType)}", after.TargetType == TargetType.IP, "Leave it as it is: tasks have addresses of their own.");
        Kept(checks, $"{Hook}.{nameof(after.Targets)}", after.Targets is null or { Length: 0 }, "Leave it out: the service is the target.");
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }

    public static void ThrowIfBroken(Construct pattern, BucketProps after)
    {
        const string Hook = nameof(LoadBalancedServiceProps.ConfigureAccessLogsBucket);
        var checks = new Checks();
        Kept(checks, $"{Hook}.{nameof(after.Encryption)}", after.Encryption is BucketEncryption.S3_MANAGED && after.EncryptionKey is null, "Leave it as it is: load balancers write with S3's own keys only.");
        Kept(checks, $"{Hook}.{nameof(after.AutoDeleteObjects)}", after.AutoDeleteObjects is not true, "Leave it out: it would make a custom resource with a function of its own.");
        Kept(checks, $"{Hook}.{nameof(after.EventBridgeEnabled)}", after.EventBridgeEnabled is not true, "Leave it out: it would make a custom resource with a function of its own.");
        checks.ThrowIfAny(pattern.GetType().Name, pattern);
    }

    /// <summary>What both kinds of service have.</summary>
    public static void Check(Checks checks, IBaseServiceOptions after, ICluster cluster, string hook)
    {
        Kept(checks, $"{hook}.{nameof(after.Cluster)}", ReferenceEquals(after.Cluster, cluster), "Set Cluster instead.");
        checks.Require(
            after.DesiredCount is null,
            ErrorCodes.ServiceHookBroke,
            $"{hook}.{nameof(after.DesiredCount)}",
            after.DesiredCount,
            "nothing: each deployment would set the count back, however busy the service is",
            "Set Scaling.MinTasks instead.");
        checks.Require(
            after.DeploymentController?.Type is null or DeploymentControllerType.ECS,
            ErrorCodes.ServiceHookBroke,
            $"{hook}.{nameof(after.DeploymentController)}",
            after.DeploymentController?.Type,
            "ECS, which takes failed deployments back",
            "Leave it as it is.");
    }

    public static void Check(Checks checks, TaskDefinition task, ISecurityGroup[]? securityGroups, ServiceParts parts, string hook) =>
        Check(checks, task, securityGroups, parts.Task, parts.SecurityGroup, hook);

    public static void Check(
        Checks checks, TaskDefinition task, ISecurityGroup[]? securityGroups, PatternTask ownTask, SecurityGroup ownSecurityGroup, string hook)
    {
        Kept(checks, $"{hook}.TaskDefinition", ReferenceEquals(task, ownTask.TaskDefinition), "Use ConfigureTaskDefinition and ConfigureContainer instead.");
        Kept(checks, $"{hook}.SecurityGroups", securityGroups?.Contains(ownSecurityGroup) is true, "Add to the security groups instead of replacing them.");
    }

    public static void Kept(Checks checks, string property, bool kept, string fix) => checks.Require(
        kept, ErrorCodes.ServiceHookBroke, property, "another value", "the value of the pattern, on which other resources depend", fix);
}
