using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes a load balancer and its security group.</summary>
internal static class LoadBalancerResources
{
    public static ApplicationLoadBalancer Define(Construct scope, LoadBalancedServiceProps props, IVpc vpc)
    {
        var securityGroup = new SecurityGroup(scope, "LoadBalancerSecurityGroup", new SecurityGroupProps
        {
            Vpc = vpc,
            Description = $"Load balancer of {scope.Node.Path}",
            AllowAllOutbound = false,
        });
        var loadBalancer = new ApplicationLoadBalancerProps
        {
            Vpc = vpc,
            InternetFacing = props.PublicAccess,
            VpcSubnets = Subnets(props.PublicAccess, vpc),
            SecurityGroup = securityGroup,
            DeletionProtection = props.LoadBalancerDeletionProtection,

            // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
            DropInvalidHeaderFields = true,
            DesyncMitigationMode = DesyncMitigationMode.DEFENSIVE,
        };
        props.ConfigureLoadBalancer?.Invoke(loadBalancer);
        ServiceHookChecks.ThrowIfBroken(scope, props, loadBalancer, vpc, securityGroup);
        return new ApplicationLoadBalancer(scope, "LoadBalancer", loadBalancer);
    }

    /// <summary>Where it stands: a load balancer takes one subnet a zone.</summary>
    public static SubnetSelection Subnets(bool isPublic, IVpc vpc) => new()
    {
        SubnetType = (isPublic, vpc.PrivateSubnets.Length, vpc.IsolatedSubnets.Length) switch
        {
            (true, _, _) => SubnetType.PUBLIC,
            (_, > 0, _) => SubnetType.PRIVATE_WITH_EGRESS,
            (_, _, > 0) => SubnetType.PRIVATE_ISOLATED,
            _ => SubnetType.PUBLIC,
        },
        OnePerAz = true,
    };
}
