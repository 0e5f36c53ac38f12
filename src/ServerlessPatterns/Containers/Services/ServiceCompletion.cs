using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>What every service gets that the CDK's props do not say, or not in every version.</summary>
internal static class ServiceCompletion
{
    public static void Apply(BaseService service, PatternTask task, double? maxHealthyPercent, bool enableExecuteCommand)
    {
        task.Precede(service);
        var resource = (CfnService)service.Node.DefaultChild!;

        // Only a service that may run more tasks than it has can move them between zones. Not in every CDK version.
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
        resource.AddPropertyOverride("AvailabilityZoneRebalancing", maxHealthyPercent is null or > 100 ? "ENABLED" : "DISABLED");

        // The CDK's own setting would give the task role more than it needs, and PatternTask has given it that.
        resource.AddPropertyOverride("EnableExecuteCommand", enableExecuteCommand);
    }
}
