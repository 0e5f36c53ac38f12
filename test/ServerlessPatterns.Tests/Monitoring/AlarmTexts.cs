namespace ServerlessPatterns.Tests.Monitoring;

/// <summary>The alarms that several patterns have alike, as <see cref="AlarmText"/> tells them: rows of id and text.</summary>
internal static class AlarmTexts
{
    /// <summary>A function, in each pattern that runs one.</summary>
    /// <param name="function">The logical id of the function, without its hash.</param>
    /// <param name="slowMillis">The duration from which on the function is slow.</param>
    public static TheoryData<string, string> OfAFunction(string function, int slowMillis) => new()
    {
        {
            "FunctionErrors",
            "IF(invocations > 0, 100 * errors / invocations, 0) where "
            + $"errors = AWS/Lambda Errors FunctionName={function} Sum/300, invocations = AWS/Lambda Invocations FunctionName={function} Sum/300 > 1 x1"
        },
        { "FunctionThrottles", $"AWS/Lambda Throttles FunctionName={function} Sum/60 > 0 x5" },
        { "FunctionDuration", $"AWS/Lambda Duration FunctionName={function} p99/300 >= {slowMillis} x3" },
    };

    /// <summary>What a function that is called asynchronously has beside them.</summary>
    /// <param name="function">The logical id of the function, without its hash.</param>
    /// <param name="deadLetters">The logical id of its dead-letter queue, without its hash.</param>
    public static TheoryData<string, string> OfAnAsynchronousFunction(string function, string deadLetters) => new()
    {
        { "FunctionDeadLetters", Visible(deadLetters) },
        { "FunctionDroppedEvents", $"AWS/Lambda DestinationDeliveryFailures FunctionName={function} Sum/60 > 0 x1" },
    };

    /// <summary>An EventBridge rule.</summary>
    /// <param name="rule">The logical id of the rule, without its hash.</param>
    /// <param name="deadLetters">The logical id of its dead-letter queue, without its hash.</param>
    public static TheoryData<string, string> OfARule(string rule, string deadLetters) => new()
    {
        { "RuleDeadLetters", Visible(deadLetters) },
        { "RuleDroppedEvents", $"AWS/Events InvocationsFailedToBeSentToDlq RuleName={rule} Sum/60 > 0 x1" },
    };

    /// <summary>A schedule of EventBridge Scheduler.</summary>
    /// <param name="group">The logical id of its group, without its hash.</param>
    /// <param name="deadLetters">The logical id of its dead-letter queue, without its hash.</param>
    public static TheoryData<string, string> OfASchedule(string group, string deadLetters) => new()
    {
        {
            "ScheduleFailedAttempts",
            "FILL(errors, 0) + FILL(targetThrottles, 0) + FILL(schedulerThrottles, 0) where "
            + $"errors = AWS/Scheduler TargetErrorCount ScheduleGroup={group} Sum/900, "
            + $"targetThrottles = AWS/Scheduler TargetErrorThrottledCount ScheduleGroup={group} Sum/900, "
            + $"schedulerThrottles = AWS/Scheduler InvocationThrottleCount ScheduleGroup={group} Sum/900 >= 3 x1"
        },
        { "ScheduleDroppedRuns", $"AWS/Scheduler InvocationDroppedCount ScheduleGroup={group} Sum/60 > 0 x1" },
        { "ScheduleDeadLetters", Visible(deadLetters) },
        { "ScheduleLostRuns", $"AWS/Scheduler InvocationsFailedToBeSentToDeadLetterCount ScheduleGroup={group} Sum/60 > 0 x1" },
    };

    /// <summary>A DynamoDB table.</summary>
    /// <param name="table">The logical id of the table, without its hash.</param>
    /// <param name="operations">The operations that the pattern uses, in the order of their names.</param>
    public static TheoryData<string, string> OfATable(string table, params string[] operations)
    {
        var ids = operations.Select(operation => char.ToLowerInvariant(operation[0]) + operation[1..]).ToArray();
        var errors = operations.Zip(ids, (operation, id) => $"{id} = AWS/DynamoDB SystemErrors Operation={operation}+TableName={table} Sum/60");
        return new()
        {
            {
                "TableThrottles",
                "FILL(reads, 0) + FILL(writes, 0) where "
                + $"reads = AWS/DynamoDB ReadThrottleEvents TableName={table} Sum/60, writes = AWS/DynamoDB WriteThrottleEvents TableName={table} Sum/60 > 0 x5"
            },
            { "TableSystemErrors", $"{string.Join(" + ", ids.Select(id => $"FILL({id}, 0)"))} where {string.Join(", ", errors)} > 0 x5" },
        };
    }

    /// <summary>A queue that is as old as its oldest message, and the one that its failed messages go to.</summary>
    /// <param name="queue">The logical id of the queue, without its hash.</param>
    /// <param name="deadLetters">The logical id of its dead-letter queue, without its hash.</param>
    /// <param name="oldSeconds">The age above which messages wait too long.</param>
    public static TheoryData<string, string> OfAQueue(string queue, string deadLetters, int oldSeconds) => new()
    {
        { "QueueMessageAge", $"AWS/SQS ApproximateAgeOfOldestMessage QueueName={queue}.QueueName Maximum/60 > {oldSeconds} x5" },
        { "QueueInFlight", $"AWS/SQS ApproximateNumberOfMessagesNotVisible QueueName={queue}.QueueName Maximum/60 > 96000 x1" },
        { "QueueDeadLetters", Visible(deadLetters) },
    };

    private static string Visible(string queue) =>
        $"AWS/SQS ApproximateNumberOfMessagesVisible QueueName={queue}.QueueName Maximum/60 > 0 x1";
}
