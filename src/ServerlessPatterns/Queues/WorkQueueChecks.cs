using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="WorkQueueProps"/>.</summary>
internal static partial class WorkQueueChecks
{
    public static void Check(Checks checks, WorkQueueProps props)
    {
        if (props.Queue is null)
        {
            CheckMade(checks, props);
        }
        else
        {
            CheckGiven(checks, props);
        }

        var fifo = IsFifo(props);
        checks.Require(
            props.DeadLetterQueue is null || props.DeadLetterQueue.Fifo == fifo,
            ErrorCodes.QueueDeadLetterKind,
            nameof(props.DeadLetterQueue),
            fifo ? "a standard queue" : "a FIFO queue",
            fifo ? "a FIFO queue, as the queue itself is" : "a standard queue, as the queue itself is",
            "Give a queue of the same kind; import one with its ARN, or with Fifo = true.");
    }

    public static bool IsFifo(WorkQueueProps props) => props.Queue?.Fifo ?? props.Fifo;

    public static void NotBeside(Checks checks, string resource, string setting, bool isSet) => checks.Require(
        !isSet,
        ErrorCodes.QueueGivenAndSet,
        setting,
        $"a setting beside {resource}",
        "one of the two: nothing is made here that it could set, and what is given is never reconfigured",
        $"Leave out {setting} or {resource}.");

    private static void CheckMade(Checks checks, WorkQueueProps props)
    {
        CheckName(checks, props);
        foreach (var (setting, isSet) in new[]
        {
            (nameof(props.ContentBasedDeduplication), props.ContentBasedDeduplication),
            (nameof(props.HighThroughputFifo), props.HighThroughputFifo),
        })
        {
            checks.Require(!isSet || props.Fifo, ErrorCodes.QueueFifoOnly, setting, "a setting of FIFO queues", "settings of standard queues", $"Set {nameof(props.Fifo)}, or leave it out.");
        }

        checks.Seconds(ErrorCodes.QueueRetention, nameof(props.RetentionPeriod), props.RetentionPeriod, 60, 14 * 86400, "SQS keeps messages for 14 days at most.");
        checks.WholeNumber(ErrorCodes.QueueReceiveCount, nameof(props.MaxReceiveCount), props.MaxReceiveCount, 1, 1000, "receives", "3 to 5 suit most work.");
        NotBeside(checks, nameof(props.DeadLetterQueue), nameof(props.ConfigureDeadLetterQueue), props.DeadLetterQueue is not null && props.ConfigureDeadLetterQueue is not null);
    }

    private static void CheckGiven(Checks checks, WorkQueueProps props)
    {
        foreach (var (setting, isSet) in new[]
        {
            (nameof(props.QueueName), props.QueueName is not null),
            (nameof(props.Fifo), props.Fifo),
            (nameof(props.ContentBasedDeduplication), props.ContentBasedDeduplication),
            (nameof(props.HighThroughputFifo), props.HighThroughputFifo),
            (nameof(props.RetentionPeriod), props.RetentionPeriod is not null),
            (nameof(props.MaxReceiveCount), props.MaxReceiveCount is not null),
            (nameof(props.ConfigureQueue), props.ConfigureQueue is not null),
            (nameof(props.ConfigureDeadLetterQueue), props.ConfigureDeadLetterQueue is not null),
        })
        {
            NotBeside(checks, nameof(props.Queue), setting, isSet);
        }
    }

    // What is only known at deployment may stand in a name, but not for the ending of a FIFO queue's: it tells the
    // CDK, as it tells SQS, which kind of queue it is.
    private static void CheckName(Checks checks, WorkQueueProps props)
    {
        if (props.QueueName is not { } name)
        {
            return;
        }

        var isToken = Tokens.IsUnresolved(name);
        var ends = name.EndsWith(".fifo", StringComparison.Ordinal);
        checks.Require(
            ends == props.Fifo && (isToken || Name().IsMatch(name)),
            ErrorCodes.QueueName,
            nameof(props.QueueName),
            Checks.Quote(name),
            props.Fifo
                ? "1 to 80 letters, digits, hyphens and underscores, of which the last are .fifo"
                : "1 to 80 letters, digits, hyphens and underscores, without .fifo",
            $"Rename the queue, set {nameof(props.Fifo)}, or leave the name out.");
    }

    [GeneratedRegex(@"^(?=.{1,80}$)[A-Za-z0-9_-]+(\.fifo)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
