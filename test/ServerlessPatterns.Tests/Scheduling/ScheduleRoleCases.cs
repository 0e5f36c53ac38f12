namespace ServerlessPatterns.Tests.Scheduling;

/// <summary>What the roles of all schedules have alike.</summary>
internal static class ScheduleRoleCases
{
    public static void IsAssumedByItsGroupOnly(Synthesized template) => template.Properties("AWS::IAM::Role", "ScheduleRole")["AssumeRolePolicyDocument"]!["Statement"].ShouldBeJson(
        $$$"""
        [{
          "Action": "sts:AssumeRole",
          "Effect": "Allow",
          "Principal": {"Service": "scheduler.amazonaws.com"},
          "Condition": {"StringEquals": {
            "aws:SourceAccount": {"Ref": "AWS::AccountId"},
            "aws:SourceArn": {"Fn::GetAtt": ["{{{template.All("AWS::Scheduler::ScheduleGroup").Keys.Single()}}}", "Arn"]}
          }}
        }]
        """);
}
