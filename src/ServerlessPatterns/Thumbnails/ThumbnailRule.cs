using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;

namespace ServerlessPatterns;

/// <summary>Makes the rule that hands S3's events to the function of a <see cref="ThumbnailPipeline"/>.</summary>
internal static class ThumbnailRule
{
    public static Rule Define(ThumbnailPipeline pipeline, ThumbnailPipelineProps props)
    {
        var ruleProps = new RuleProps { Description = "Uploads and deletions of images, for thumbnails" };
        props.ConfigureRule?.Invoke(ruleProps);
        ThumbnailHookChecks.ThrowIfBroken(pipeline, ruleProps);
        ruleProps.EventPattern = Pattern(pipeline, props);

        var rule = new Rule(pipeline, "Rule", ruleProps);
        rule.AddTarget(new LambdaFunction(pipeline.Function.Invoked, new LambdaFunctionProps
        {
            DeadLetterQueue = pipeline.RuleDeadLetterQueue,
            RetryAttempts = props.RuleRetryAttempts,
            MaxEventAge = props.RuleMaxEventAge ?? ThumbnailDefaults.RuleMaxEventAge,
        }));
        FunctionInvocation.AllowRule(pipeline, pipeline.Function, rule);
        if (props.EncryptionKey is { } key)
        {
            KeyStatements.AllowEvents(pipeline, key);
        }

        return rule;
    }

    // The prefixes alone keep the pattern's own output out: the values of one field are alternatives, so a suffix
    // beside them would let it back in. The handler looks at suffixes.
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-content-based-filtering.html
    private static EventPattern Pattern(ThumbnailPipeline pipeline, ThumbnailPipelineProps props)
    {
        var detail = new Dictionary<string, object>
        {
            ["bucket"] = new Dictionary<string, object> { ["name"] = new[] { pipeline.SourceBucket.BucketName } },
        };
        if (props.SourcePrefixes.Count > 0)
        {
            object[] prefixes = [.. props.SourcePrefixes.Select(prefix => new Dictionary<string, object> { ["prefix"] = prefix })];
            detail["object"] = new Dictionary<string, object> { ["key"] = prefixes };
        }

        return new EventPattern
        {
            Source = ["aws.s3"],
            DetailType = ["Object Created", "Object Deleted"],
            Detail = detail,
        };
    }
}
