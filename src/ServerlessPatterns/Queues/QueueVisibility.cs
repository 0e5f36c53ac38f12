using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;

namespace ServerlessPatterns;

/// <summary>
/// How long a message stays hidden after it was received, against how long the function may take:
/// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html. All in seconds, nothing where it is not
/// known before the deployment.
/// </summary>
internal static class QueueVisibility
{
    public const double MaxSeconds = 43200;

    // Lambda tries a batch again, while it is hidden, when the function was throttled.
    private const double Factor = 6;

    public static double? Seconds(Duration? duration) =>
        duration is null || duration.IsUnresolved() ? null : duration.ToMilliseconds() / 1000;

    /// <summary>The timeout of the function: as it was set, or as a function that was given shows it.</summary>
    public static double? FunctionSeconds(QueueProcessorProps props)
    {
        if (props.Function is null)
        {
            return props.FunctionSettings.Timeout is { } timeout ? Seconds(timeout) : QueueDefaults.TimeoutSeconds;
        }

        var given = props.Function switch
        {
            Alias alias => alias.Lambda,
            Version_ version => version.Lambda,
            _ => props.Function,
        };
        return given is Function function
            ? function.Timeout is { } set ? Seconds(set) : QueueDefaults.ServiceFunctionTimeoutSeconds
            : null;
    }

    /// <summary>The timeout of the function as it was made, its hook included.</summary>
    public static double? FunctionSeconds(PatternFunction function, QueueProcessorProps props) =>
        function.Resource is { } made ? Seconds(made.Timeout) : FunctionSeconds(props);

    public static double? WindowSeconds(Duration? window) => window is null ? 0 : Seconds(window);

    /// <summary>The visibility timeout of the queue of a processor, when one is made.</summary>
    public static Duration? Choose(QueueProcessor processor, QueueProcessorProps props)
    {
        if (props.Queue is not null || props.VisibilityTimeout is not null)
        {
            return props.VisibilityTimeout;
        }

        var timeout = FunctionSeconds(processor.Function, props);
        var checks = new Checks();
        RequireKnown(checks, props, timeout);
        checks.ThrowIfAny(nameof(QueueProcessor), processor);
        return Duration.Seconds(Recommended(timeout!.Value, WindowSeconds(props.MaxBatchingWindow)!.Value));
    }

    /// <summary>The visibility timeout of a queue that was made in this app.</summary>
    public static double? OfGiven(IQueue queue)
    {
        if (queue is not Queue made || made.Node.DefaultChild is not CfnQueue resource)
        {
            return null;
        }

        var seconds = resource.VisibilityTimeout ?? QueueDefaults.ServiceVisibilitySeconds;
        return Tokens.IsUnresolved(seconds) ? null : seconds;
    }

    public static double Recommended(double functionSeconds, double windowSeconds) => (Factor * functionSeconds) + windowSeconds;

    public static void RequireKnown(Checks checks, QueueProcessorProps props, double? functionSeconds) => checks.Require(
        props.Queue is not null || props.VisibilityTimeout is not null || (functionSeconds is not null && WindowSeconds(props.MaxBatchingWindow) is not null),
        ErrorCodes.QueueVisibilityUnknown,
        nameof(props.VisibilityTimeout),
        null,
        "a visibility timeout, where the function's timeout or the batching window is not known before the deployment",
        "Give six times the function's timeout, and the batching window.");

    public static void Check(Checks checks, string property, double? visibility, double? functionSeconds, double? windowSeconds)
    {
        if (visibility is not { } seconds || functionSeconds is not { } timeout || windowSeconds is not { } window)
        {
            return;
        }

        checks.Require(
            seconds >= timeout + window,
            ErrorCodes.QueueVisibility,
            property,
            $"{Tokens.Text(seconds)} seconds",
            $"{Tokens.Text(timeout + window)} seconds or more, the function's timeout and the batching window: a message would come again while it is still being processed",
            $"Give {Tokens.Text(Recommended(timeout, window))} seconds, six times the timeout and the window, or a shorter FunctionSettings.Timeout.");
    }
}
