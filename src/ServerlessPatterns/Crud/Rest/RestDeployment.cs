using Amazon.CDK.AWS.APIGateway;

namespace ServerlessPatterns;

/// <summary>
/// A deployment is a copy of the API at one moment, and CloudFormation makes no new one when the API changes. So its
/// logical id has to change with all that it holds.
/// </summary>
internal static class RestDeployment
{
    // The CDK sees to paths, methods, integrations and gateway responses; these are written past it.
    public static void FollowChanges(RestApi api, CrudRestApiProps props, ApiAuthorization authorization) =>
        api.LatestDeployment!.AddToLogicalId(new Dictionary<string, object>
        {
            ["authorization"] = authorization.Type,
            ["authorizer"] = authorization.Settings,
            ["schema"] = props.ItemSchema ?? string.Empty,
        });
}
