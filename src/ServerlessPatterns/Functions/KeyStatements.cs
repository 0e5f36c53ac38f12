using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
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
    public static PolicyStatement ForLogs(Construct scope)
    {
        var stack = Stack.Of(scope);
        return new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new ServicePrincipal($"logs.{stack.Region}.amazonaws.com")],
            Actions = ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Resources = ["*"],
            Conditions = new Dictionary<string, object>
            {
                ["ArnLike"] = new Dictionary<string, object>
                {
                    ["kms:EncryptionContext:aws:logs:arn"] =
                        $"arn:{stack.Partition}:logs:{stack.Region}:{stack.Account}:log-group:*",
                },
            },
        });
    }

    /// <summary>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html</summary>
    public static PolicyStatement ForEvents(Construct scope) => new(new PolicyStatementProps
    {
        Principals = [new ServicePrincipal("events.amazonaws.com")],
        Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
        Resources = ["*"],
        Conditions = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Stack.Of(scope).Account },
        },
    });
}
