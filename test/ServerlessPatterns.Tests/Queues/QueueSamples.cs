using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Queues;

/// <summary>What the tests of queues make again and again.</summary>
internal static class QueueSamples
{
    public const string QueueArn = "arn:aws:sqs:us-east-1:123456789012:orders";

    /// <summary>Code that needs no build.</summary>
    public static FunctionCode Code(Stack stack) => FunctionCode.FromImage(
        Amazon.CDK.AWS.ECR.Repository.FromRepositoryName(stack, "Images", "images"), "1.0");

    public static Synthesized Processor(Func<FunctionCode, QueueProcessorProps>? props = null) => Synthesized.Stack(stack =>
    {
        var code = Code(stack);
        new QueueProcessor(stack, "Orders", props?.Invoke(code) ?? new() { FunctionSettings = new() { Code = code } });
    });

    /// <summary>The only problem that the props have.</summary>
    public static PatternProblem Problem(Func<Stack, FunctionCode, QueueProcessorProps> props) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
            new QueueProcessor(stack, "Orders", props(stack, Code(stack))))).Problems.Single();

    public static Function Python(Stack stack, Duration? timeout = null) => new(stack, "Python", new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Amazon.CDK.AWS.Lambda.Code.FromInline("def handler(event, context): pass"),
        Timeout = timeout,
    });

    public static double? Number(Synthesized template, string type, string property, string idPart = "") =>
        (double?)template.Properties(type, idPart)[property];
}
