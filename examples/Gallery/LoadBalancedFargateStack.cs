using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>A container behind an internal load balancer, in a network without a way into the internet.</summary>
public sealed class LoadBalancedFargateStack : Stack
{
    public LoadBalancedFargateStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var shop = new LoadBalancedFargateService(this, "Shop", new()
        {
            // examples/ContainerApp, pushed into the repository of the ImageRepository stack before this one is deployed.
            Source = ContainerSource.FromEcr(Repository.FromRepositoryName(this, "Images", "gallery/container-app"), "1.0.0"),
            Network = Network.Isolated(),
            AllowPlainHttp = true,
            HealthCheck = new() { Path = "/health" },
        });

        new CfnOutput(this, "Url", new CfnOutputProps { Value = shop.Url! });
        new CfnOutput(this, "Cluster", new CfnOutputProps { Value = shop.Network.Cluster.ClusterName });
        new CfnOutput(this, "Service", new CfnOutputProps { Value = shop.Service.ServiceName });
    }
}
