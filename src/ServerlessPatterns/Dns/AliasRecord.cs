using Amazon.CDK;
using Amazon.CDK.AWS.Route53;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A DNS record that leads to something of AWS's.</summary>
internal static class AliasRecord
{
    public static CfnResource Define(
        Construct scope, string id, IHostedZone zone, string name, string type, object targetName, object targetZoneId) =>
        new(scope, id, new CfnResourceProps
        {
            Type = "AWS::Route53::RecordSet",
            Properties = new Dictionary<string, object>
            {
                ["HostedZoneId"] = zone.HostedZoneId,
                ["Name"] = $"{name}.",
                ["Type"] = type,
                ["AliasTarget"] = new Dictionary<string, object> { ["DNSName"] = targetName, ["HostedZoneId"] = targetZoneId },
            },
        });
}
