using Amazon.CDK.AWS.APIGateway;
using CfnResource = Amazon.CDK.CfnResource;
using CfnResourceProps = Amazon.CDK.CfnResourceProps;

namespace ServerlessPatterns;

/// <summary>The usage plan of a <see cref="CrudRestApi"/>, and its keys.</summary>
internal sealed class RestUsagePlan
{
    public RestUsagePlan(CrudRestApi pattern, ApiUsagePlan plan)
    {
        Plan = new CfnUsagePlan(pattern, "UsagePlan", new CfnUsagePlanProps
        {
            ApiStages = new[]
            {
                new CfnUsagePlan.ApiStageProperty { ApiId = pattern.Api.RestApiId, Stage = pattern.Stage.StageName },
            },
            Quota = new CfnUsagePlan.QuotaSettingsProperty { Limit = plan.QuotaLimit, Period = plan.QuotaPeriod.ToString() },
            Throttle = new CfnUsagePlan.ThrottleSettingsProperty { RateLimit = plan.RateLimit, BurstLimit = plan.BurstLimit },
        });
        Key = plan.ApiKeys.Count == 0 ? new CfnApiKey(pattern, "ApiKey", new CfnApiKeyProps { Enabled = true }) : null;
        string[] ids = Key is null ? [.. plan.ApiKeys.Select(key => key.KeyId)] : [Key.Ref];
        for (var i = 0; i < ids.Length; i++)
        {
            // CfnUsagePlanKeyProps has other types in newer CDK versions.
            new CfnResource(pattern, $"UsagePlanKey{i}", new CfnResourceProps
            {
                Type = "AWS::ApiGateway::UsagePlanKey",
                Properties = new Dictionary<string, object>
                {
                    ["KeyId"] = ids[i],
                    ["KeyType"] = "API_KEY",
                    ["UsagePlanId"] = Plan.Ref,
                },
            });
        }
    }

    public CfnUsagePlan Plan { get; }

    public CfnApiKey? Key { get; }
}
