using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Lets the services of a pattern invoke its function.</summary>
internal static class FunctionInvocation
{
    /// <summary>
    /// Adds the permission that the CDK leaves out without a word: it takes a function that was imported into a stack
    /// without an account for one of another account. https://github.com/aws/aws-cdk/issues/10509
    /// </summary>
    public static void AllowRule(Construct scope, PatternFunction function, Rule rule)
    {
        if (rule.Node.FindAll().Any(construct => construct is CfnPermission))
        {
            return;
        }

        // The members of CfnPermissionProps have other types in newer CDK versions.
        new CfnResource(scope, "RulePermission", new CfnResourceProps
        {
            Type = CfnPermission.CFN_RESOURCE_TYPE_NAME,
            Properties = new Dictionary<string, object>
            {
                ["FunctionName"] = function.Invoked.FunctionArn,
                ["Action"] = "lambda:InvokeFunction",
                ["Principal"] = "events.amazonaws.com",
                ["SourceArn"] = rule.RuleArn,
            },
        });
    }
}
