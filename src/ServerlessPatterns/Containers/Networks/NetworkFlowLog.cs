using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Records the connections that a network made here refuses: few lines, and the ones that are asked for.</summary>
internal static class NetworkFlowLog
{
    public static LogGroup Define(Construct scope, Vpc vpc, NetworkRequest request)
    {
        var logGroup = LogGroups.Define(scope, "FlowLogGroup", RetentionDays.ONE_MONTH, request.EncryptionKey, request.RemovalPolicy);
        var role = new Role(scope, "FlowLogRole", new RoleProps
        {
            Description = "Writes the refused connections of a network",
            AssumedBy = new ServicePrincipal("vpc-flow-logs.amazonaws.com", new ServicePrincipalOpts
            {
                Conditions = new Dictionary<string, object>
                {
                    ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Stack.Of(scope).Account },
                },
            }),
        });
        var permissions = RolePermissions.OfOwnRole(role);
        permissions.Allow(
            ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], logGroup.LogGroupArn);

        // The destination of the CDK's own FlowLog has other types in newer versions.
        var flowLog = new CfnResource(scope, "FlowLog", new CfnResourceProps
        {
            Type = "AWS::EC2::FlowLog",
            Properties = new Dictionary<string, object>
            {
                ["ResourceType"] = "VPC",
                ["ResourceId"] = vpc.VpcId,
                ["TrafficType"] = "REJECT",
                ["LogDestinationType"] = "cloud-watch-logs",
                ["LogGroupName"] = logGroup.LogGroupName,
                ["DeliverLogsPermissionArn"] = role.RoleArn,
                ["MaxAggregationInterval"] = 600,
            },
        });

        // Of the role itself the flow log knows already; that twice is what cfn-lint calls superfluous.
        flowLog.Node.AddDependency(role.Node.FindChild("DefaultPolicy"));
        return logGroup;
    }
}
