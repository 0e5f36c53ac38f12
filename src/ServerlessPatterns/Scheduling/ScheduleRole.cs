using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Scheduler;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The role in which EventBridge Scheduler starts the target of one schedule.</summary>
internal static class ScheduleRole
{
    public static Role Define(Construct pattern, CfnScheduleGroup group, ScheduleTarget target, Queue deadLetters, IKey? key)
    {
        // Scheduler names the group here, never the schedule.
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
        var role = new Role(pattern, "ScheduleRole", new RoleProps
        {
            Description = "Starts what one schedule is for",
            AssumedBy = new ServicePrincipal("scheduler.amazonaws.com", new ServicePrincipalOpts
            {
                Conditions = new Dictionary<string, object>
                {
                    ["StringEquals"] = new Dictionary<string, object>
                    {
                        ["aws:SourceAccount"] = Stack.Of(pattern).Account,
                        ["aws:SourceArn"] = group.AttrArn,
                    },
                },
            }),
        });
        foreach (var statement in target.Permissions)
        {
            role.AddToPolicy(statement);
        }

        Allow(role, ["sqs:SendMessage"], deadLetters.QueueArn);
        if (key is not null)
        {
            // To read the schedule, which is encrypted, and to write into the queue, which is too.
            // https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html
            Allow(role, ["kms:Decrypt", "kms:GenerateDataKey"], key.KeyArn);
        }

        return role;
    }

    private static void Allow(Role role, string[] actions, string resource) =>
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = [resource] }));
}
