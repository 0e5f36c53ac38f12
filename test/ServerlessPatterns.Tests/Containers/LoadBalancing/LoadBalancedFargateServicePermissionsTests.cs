using Amazon.CDK.AWS.EC2;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedFargateServicePermissionsTests : LoadBalancedPermissionsCases
{
    [Fact]
    public void Connections_OfTheService_AreItsSecurityGroup() => Synthesized.Stack(stack =>
    {
        var service = FargateKind.Make(stack, "Shop", ServiceInput.Minimal(stack));
        service.Connections.AllowFrom(Peer.Ipv4("10.1.0.0/16"), Port.Tcp(9090));
    }).Properties("AWS::EC2::SecurityGroup", "ShopSecurityGroup")["SecurityGroupIngress"]![0]!["CidrIp"].ShouldBeJson("\"10.1.0.0/16\"");

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => FargateKind.Make(scope, id, input);
}
