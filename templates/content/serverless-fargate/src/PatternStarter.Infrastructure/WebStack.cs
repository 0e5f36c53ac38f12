using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Constructs;
using ServerlessPatterns;

namespace PatternStarter.Infrastructure;

/// <summary>The web app on Fargate, behind a load balancer that is reachable from within its network.</summary>
public sealed class WebStack : Stack
{
    public WebStack(Construct scope, string id, IRepository images, string imageTag, IStackProps? props = null)
        : base(scope, id, props)
    {
        var web = new LoadBalancedFargateService(this, "Web", new()
        {
            Source = ContainerSource.FromEcr(images, imageTag),
            // One NAT gateway, 37 USD a month while idle; Network.Isolated() has no way into the internet.
            Network = Network.Nat(1),
            // Until there is a name: with DomainName and HostedZone the service speaks HTTPS, and PublicAccess opens it.
            AllowPlainHttp = true,
            HealthCheck = new() { Path = "/health" },
            ContainerSettings = new() { ReadonlyRootFilesystem = true },
        });

        new CfnOutput(this, "Url", new CfnOutputProps { Value = web.Url! });
        new CfnOutput(this, "Cluster", new CfnOutputProps { Value = web.Network.Cluster.ClusterName });
        new CfnOutput(this, "Service", new CfnOutputProps { Value = web.Service.ServiceName });
    }
}
