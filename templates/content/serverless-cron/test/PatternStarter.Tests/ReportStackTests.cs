using Amazon.CDK.Assertions;
using PatternStarter.Infrastructure;
using ServerlessPatterns.Testing;

namespace PatternStarter.Tests;

public sealed class ReportStackTests
{
    // The name differs from the deployed one: a template depends on it nowhere but in the name of the schedule group.
    private readonly ReportStack stack = new(new Amazon.CDK.App(), "Report");

    /// <summary>The whole template: whatever changes in it shows here, and says what it does to the deployed stack.</summary>
    [Fact]
    public void Template_IsAsAccepted() => TemplateSnapshot.Verify(stack);

    [Fact]
    public void Schedule_EveryNight_TellsTheFunctionItsTime() =>
        Template.FromStack(stack).HasResourceProperties("AWS::Scheduler::Schedule", new Dictionary<string, object>
        {
            ["ScheduleExpression"] = "cron(30 2 * * ? *)",
            ["ScheduleExpressionTimezone"] = "UTC",
            ["State"] = "ENABLED",
            ["Target"] = Match.ObjectLike(new Dictionary<string, object>
            {
                ["Input"] = """{"scheduledTime":"<aws.scheduler.scheduled-time>"}""",
            }),
        });

    [Fact]
    public void Function_TheHandlerAndItsBucket_AreSet() =>
        Template.FromStack(stack).HasResourceProperties("AWS::Lambda::Function", new Dictionary<string, object>
        {
            ["Handler"] = "PatternStarter.Report::PatternStarter.Report.ReportFunction::FunctionHandler",
            ["Environment"] = Match.ObjectLike(new Dictionary<string, object>
            {
                ["Variables"] = Match.ObjectLike(new Dictionary<string, object> { ["BUCKET_NAME"] = Match.AnyValue() }),
            }),
        });

    [Fact]
    public void Files_StayWhenTheStackGoes() =>
        Template.FromStack(stack).HasResource("AWS::S3::Bucket", new Dictionary<string, object>
        {
            ["DeletionPolicy"] = "RetainExceptOnCreate",
            ["UpdateReplacePolicy"] = "Retain",
        });
}
