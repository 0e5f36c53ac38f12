using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns;

/// <summary>Has Lambda poll the queue of a <see cref="QueueProcessor"/>.</summary>
internal static class QueueEventSource
{
    private const double MaxFifoBatch = 10;

    /// <summary>The fields of a message as the function gets it, which filters may name.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["body", "attributes", "messageAttributes", "messageId", "eventSource", "eventSourceARN", "awsRegion"];

    public static EventSourceMapping Define(QueueProcessor processor, QueueProcessorProps props)
    {
        // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaSQSQueueExecutionRole.html: a batch
        // that failed is left alone until its visibility timeout is over, so nothing else is needed.
        processor.Function.Allow(["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"], processor.Queue.QueueArn);
        KeyStatements.Allow(processor.Function, (processor.Queue.EncryptionMasterKey, ["kms:Decrypt"]));

        var mappingProps = Props(props, processor.Queue.QueueArn);
        var mapping = EventSourceMappings.Define(processor, processor.Function, new EventSourceRequest
        {
            Pattern = nameof(QueueProcessor),
            Props = mappingProps,
            Filters = props.Filters,
            Configure = props.ConfigureEventSource,
            CheckAgain = (checks, after) => CheckBatch(checks, WorkQueueChecks.IsFifo(props), after, $"{nameof(props.ConfigureEventSource)}."),
        });
        ThrowIfTooShort(processor, props, mappingProps);
        return mapping;
    }

    public static EventSourceMappingProps Props(QueueProcessorProps props, string? queueArn = null) => new()
    {
        EventSourceArn = queueArn,
        BatchSize = props.BatchSize,
        MaxBatchingWindow = props.MaxBatchingWindow,
        MaxConcurrency = props.MaxConcurrency,
        ReportBatchItemFailures = props.ReportBatchItemFailures,
    };

    /// <summary>The limits of batches: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html</summary>
    public static void CheckBatch(Checks checks, bool fifo, EventSourceMappingProps mapping, string prefix = "")
    {
        var window = QueueVisibility.Seconds(mapping.MaxBatchingWindow);
        checks.WholeNumber(ErrorCodes.QueueBatchSize, $"{prefix}BatchSize", mapping.BatchSize, 1, fifo ? MaxFifoBatch : 10_000, "messages", fifo ? "SQS hands out no more of a FIFO queue at a time." : "Lambda gathers no more.");
        checks.Seconds(ErrorCodes.QueueBatchingWindow, $"{prefix}MaxBatchingWindow", mapping.MaxBatchingWindow, 0, 300, "Lambda gathers for five minutes at most.");
        checks.Require(!fifo || mapping.MaxBatchingWindow is null, ErrorCodes.QueueBatchingWindow, $"{prefix}MaxBatchingWindow", "a window for a FIFO queue", "none: Lambda does not gather messages whose order counts", "Leave it out.");
        checks.Require(
            fifo || mapping.BatchSize is not (> MaxFifoBatch and <= 10_000) || window is >= 1 || mapping.MaxBatchingWindow is { } token && token.IsUnresolved(),
            ErrorCodes.QueueBatchingWindow,
            $"{prefix}MaxBatchingWindow",
            window is { } seconds ? $"{Tokens.Text(seconds)} seconds" : null,
            "1 second or more beside a batch of more than 10 messages: one poll brings 10",
            "Set MaxBatchingWindow, or a BatchSize of 10 or less.");
        checks.WholeNumber(ErrorCodes.QueueConcurrency, $"{prefix}MaxConcurrency", mapping.MaxConcurrency, 2, 1000, "invocations", "Leave it out to have no limit but the account's; Lambda never goes below 2.");
    }

    // Three hooks have a say in how long a message is hidden, and how long it must be.
    private static void ThrowIfTooShort(QueueProcessor processor, QueueProcessorProps props, EventSourceMappingProps mapping)
    {
        var checks = new Checks();
        QueueVisibility.Check(
            checks,
            nameof(props.VisibilityTimeout),
            QueueVisibility.OfGiven(processor.Queue),
            QueueVisibility.FunctionSeconds(processor.Function, props),
            QueueVisibility.WindowSeconds(mapping.MaxBatchingWindow));
        checks.ThrowIfAny(nameof(QueueProcessor), processor);
    }
}
