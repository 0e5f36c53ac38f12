using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The stack as the CDK CLI and CloudFormation made it.</summary>
public sealed class ThumbnailDeploymentTests(ThumbnailDeployment deployment, ITestOutputHelper output) : ThumbnailTests(deployment)
{
    /// <summary>What moto says it made, and has not: for these the template's tests have to do.</summary>
    private static readonly string[] NotMadeByMoto =
    [
        "AWS::CloudWatch::Alarm",
        "AWS::Lambda::EventInvokeConfig",
        "AWS::S3::BucketPolicy",
        "AWS::SQS::QueuePolicy",
    ];

    /// <summary>What moto's CloudFormation leaves out of the resources that it makes.</summary>
    private static readonly string[] PropertiesThatMotoDrops =
    [
        "bucket: EventBridge notifications, access logs, versioning (which the tests turn on by themselves)",
        "function: architecture, logging configuration, tracing",
    ];

    [Fact]
    public void Deploy_ResourceTypesThatWereNotMade_AreThoseOfWhichItIsKnown()
    {
        var missing = Deployment.Stack.TypesNotMade;

        output.WriteLine($"Not checked by deployment: {string.Join(", ", missing)}");
        if (Deployment.Gallery.Emulator.IsMoto)
        {
            output.WriteLine($"Properties that are not checked either: {string.Join("; ", PropertiesThatMotoDrops)}");
        }

        missing.ShouldBeSubsetOf(NotMadeByMoto);
    }

    [Fact]
    public void Function_HandlerAndTimeout_AreThoseOfTheTemplate()
    {
        var template = Deployment.Stack.Template.Single(resource => resource.Value!["Type"]!.GetValue<string>() == "AWS::Lambda::Function").Value!["Properties"]!;

        Deployment.Function.Handler.ShouldBe(template["Handler"]!.GetValue<string>());
        Deployment.Function.Runtime.ShouldBe("nodejs24.x");
        Deployment.Function.TimeoutSeconds.ShouldBe(template["Timeout"]!.GetValue<int>());
        Deployment.Function.Environment.Keys.ShouldBe(template["Environment"]!["Variables"]!.AsObject().Select(pair => pair.Key), ignoreOrder: true);
    }

    [Fact]
    public void Rule_Target_IsTheFunctionWithRetriesAndADeadLetterQueue()
    {
        var target = Deployment.Rule.Targets.ShouldHaveSingleItem()!;

        target["Arn"]!.GetValue<string>().ShouldEndWith($":function:{Deployment.Function.Name}");
        JsonNode.DeepEquals(target["RetryPolicy"], new JsonObject { ["MaximumEventAgeInSeconds"] = 86400, ["MaximumRetryAttempts"] = 185 }).ShouldBeTrue(target.ToJsonString());
        var queue = Deployment.Stack.PhysicalId("AWS::SQS::Queue", "ThumbnailsRuleDeadLetterQueue").Split('/')[^1];
        target["DeadLetterConfig"]!["Arn"]!.GetValue<string>().ShouldEndWith($":{queue}");
    }

    [Fact]
    public async Task Diff_AfterTheDeployment_IsEmpty() => await Deployment.Gallery.Cdk.DiffAsync(Deployment.Stack.Name);
}
