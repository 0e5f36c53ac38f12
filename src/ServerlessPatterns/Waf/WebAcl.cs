using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The web ACL in front of an API or a load balancer.</summary>
internal static class WebAcl
{
    public static CfnResource Define(Construct scope, WafSettings waf, string resourceArn)
    {
        var acl = new CfnResource(scope, "WebAcl", new CfnResourceProps
        {
            Type = "AWS::WAFv2::WebACL",
            Properties = new Dictionary<string, object>
            {
                ["Scope"] = "REGIONAL",
                ["DefaultAction"] = new Dictionary<string, object> { ["Allow"] = new Dictionary<string, object>() },
                ["VisibilityConfig"] = Visibility("WebAcl"),
                ["Rules"] = new[]
                {
                    RateRule(waf.RateLimit),

                    // The rule set refuses bodies over 8 KB, which are bodies like others; what is behind has a limit of its own.
                    // https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
                    ManagedRule(1, "AWSManagedRulesCommonRuleSet", counted: "SizeRestrictions_BODY"),
                    ManagedRule(2, "AWSManagedRulesKnownBadInputsRuleSet"),
                },
            },
        });
        new CfnResource(scope, "WebAclAssociation", new CfnResourceProps
        {
            Type = "AWS::WAFv2::WebACLAssociation",
            Properties = new Dictionary<string, object>
            {
                ["ResourceArn"] = resourceArn,
                ["WebACLArn"] = acl.GetAtt("Arn"),
            },
        });
        return acl;
    }

    public static void Check(Checks checks, string property, WafSettings waf) => checks.WholeNumber(
        ErrorCodes.ApiWafRateLimit, $"{property}.{nameof(waf.RateLimit)}", waf.RateLimit, 10, 2_000_000_000, "requests in five minutes", "AWS WAF counts no fewer.");

    private static Dictionary<string, object> RateRule(int limit) => new(StringComparer.Ordinal)
    {
        ["Name"] = "RateLimit",
        ["Priority"] = 0,
        ["Action"] = new Dictionary<string, object> { ["Block"] = new Dictionary<string, object>() },
        ["Statement"] = new Dictionary<string, object>
        {
            ["RateBasedStatement"] = new Dictionary<string, object> { ["AggregateKeyType"] = "IP", ["Limit"] = limit },
        },
        ["VisibilityConfig"] = Visibility("RateLimit"),
    };

    private static Dictionary<string, object> ManagedRule(int priority, string name, string? counted = null)
    {
        var group = new Dictionary<string, object>(StringComparer.Ordinal) { ["VendorName"] = "AWS", ["Name"] = name };
        if (counted is not null)
        {
            group["RuleActionOverrides"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["Name"] = counted,
                    ["ActionToUse"] = new Dictionary<string, object> { ["Count"] = new Dictionary<string, object>() },
                },
            };
        }

        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Name"] = name,
            ["Priority"] = priority,
            ["OverrideAction"] = new Dictionary<string, object> { ["None"] = new Dictionary<string, object>() },
            ["Statement"] = new Dictionary<string, object> { ["ManagedRuleGroupStatement"] = group },
            ["VisibilityConfig"] = Visibility(name),
        };
    }

    private static Dictionary<string, object> Visibility(string metric) => new(StringComparer.Ordinal)
    {
        ["CloudWatchMetricsEnabled"] = true,
        ["MetricName"] = metric,
        ["SampledRequestsEnabled"] = true,
    };
}
