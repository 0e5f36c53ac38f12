using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// What services need in the policy of a customer key, and roles in their own policies.
/// </summary>
internal static class KeyStatements
{
    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html</summary>
    public static string[] TableActions { get; } =
        ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

    /// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html</summary>
    public static void AllowLogs(Construct scope, IKey key)
    {
        var stack = Stack.Of(scope);
        Add(scope, key, $"logs.{stack.Region}.amazonaws.com", ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"], new()
        {
            ["ArnLike"] = new Dictionary<string, object>
            {
                ["kms:EncryptionContext:aws:logs:arn"] = $"arn:{stack.Partition}:logs:{stack.Region}:{stack.Account}:log-group:*",
            },
        });
    }

    /// <summary>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html</summary>
    public static void AllowEvents(Construct scope, IKey key) =>
        Add(scope, key, "events.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], new()
        {
            ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Stack.Of(scope).Account },
        });

    /// <summary>Allows a function what it does with the keys of its resources, each key once.</summary>
    public static void Allow(PatternFunction function, params (IKey? Key, string[] Actions)[] needs)
    {
        var byKey = needs.Where(need => need.Key is not null).GroupBy(need => need.Key!.KeyArn, need => need.Actions, StringComparer.Ordinal);
        foreach (var need in byKey)
        {
            function.Allow([.. need.SelectMany(actions => actions).Distinct().Order(StringComparer.Ordinal)], need.Key);
        }
    }

    private static void Add(Construct scope, IKey key, string service, string[] actions, Dictionary<string, object> conditions)
    {
        var statement = new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new ServicePrincipal(service)],
            Actions = actions,
            Resources = ["*"],
            Conditions = conditions,
        });
        if (!key.AddToResourcePolicy(statement, true).StatementAdded)
        {
            var name = service.StartsWith("logs.", StringComparison.Ordinal) ? "CloudWatch Logs" : "EventBridge";
            Notices.AddWarning(
                scope,
                "ServerlessPatterns:ImportedKey",
                $"The policy of the imported key cannot be changed from here, and {name} must be allowed to use it, or the deployment fails or dead letters are lost. The pattern's page has the statement.");
        }
    }
}
