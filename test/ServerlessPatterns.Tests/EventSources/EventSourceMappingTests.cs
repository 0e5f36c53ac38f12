using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns.Tests.EventSources;

public sealed class EventSourceMappingTests
{
    [Fact]
    public void Define_Mapping_WaitsForThePermissionsOfTheFunction()
    {
        var template = Synthesized.Stack(stack => Define(stack, configure: null, "arn:aws:s3:::failures"));

        var mapping = template.Single("AWS::Lambda::EventSourceMapping");
        var policy = template.All("AWS::IAM::Policy").Single().Key;
        mapping["DependsOn"]!.AsArray().Select(id => (string?)id).ShouldContain(policy);
        mapping["Properties"]!["FunctionName"].Target().ShouldStartWith("Function");
        mapping["Properties"]!["FilterCriteria"].ShouldBeJson("""{"Filters": [{"Pattern": "{\"body\": {\"kind\": [\"order\"]}}"}]}""");
        mapping["Properties"]!["DestinationConfig"].ShouldBeJson("""{"OnFailure": {"Destination": "arn:aws:s3:::failures"}}""");
    }

    [Fact]
    public void Define_MoreFiltersThanTheQuota_IsWarnedOf() =>
        Synthesized.Stack(stack => Define(stack, configure: null, filters: 6)).Annotations
            .ShouldContain(text => text.Contains("5 filters", StringComparison.Ordinal));

    [Fact]
    public void Hook_WhatOthersRelyOn_IsRefused()
    {
        ShouldBeRefused("ConfigureEventSource.Target", (stack, props) => props.Target = Function.FromFunctionName(stack, "Other", "other"));
        ShouldBeRefused("ConfigureEventSource.EventSourceArn", (_, props) => props.EventSourceArn = "arn:aws:sqs:eu-west-1:111122223333:other");
        ShouldBeRefused("ConfigureEventSource.OnFailure", (stack, props) => props.OnFailure = new Amazon.CDK.AWS.Lambda.EventSources.SqsDlq(new Queue(stack, "Other")));
        ShouldBeRefused("ConfigureEventSource.BatchSize", (_, props) => props.BatchSize = 11);
    }

    private static void ShouldBeRefused(string property, Action<Stack, EventSourceMappingProps> hook)
    {
        var stack = new Stack();
        var problem = Should.Throw<PatternValidationException>(() => Define(stack, props => hook(stack, props))).Problems.Single();

        problem.Code.ShouldBe("SP2443");
        problem.Property.ShouldBe(property);
    }

    private static void Define(Stack stack, Action<EventSourceMappingProps>? configure, string? destination = null, int filters = 1)
    {
        var function = new PatternFunction(
            stack,
            "Function",
            new FunctionRequest
            {
                Settings = new() { Code = FunctionCode.FromImage(Amazon.CDK.AWS.ECR.Repository.FromRepositoryName(stack, "Images", "images"), "1") },
                Defaults = new FunctionDefaults { Description = "Reads", MemorySize = 128, TimeoutSeconds = 3 },
                Environment = new Dictionary<string, string>(StringComparer.Ordinal),
                RemovalPolicy = RemovalPolicy.DESTROY,
            },
            new PatternAlarms(stack, MonitoringOptions.None));
        EventSourceMappings.Define(stack, function, new EventSourceRequest
        {
            Pattern = "Pattern",
            Props = new EventSourceMappingProps { EventSourceArn = "arn:aws:sqs:eu-west-1:111122223333:orders", BatchSize = 10 },
            Filters = [.. Enumerable.Repeat(EventFilter.FromJson("""{"body": {"kind": ["order"]}}"""), filters)],
            FailureDestinationArn = destination,
            Configure = configure,
            CheckAgain = (checks, props) => checks.WholeNumber(ErrorCodes.EventSourceHookBroke, "ConfigureEventSource.BatchSize", props.BatchSize, 1, 10, "messages", "Change the hook."),
        });
    }
}
