using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns;

/// <summary>The alarms of a WebSocket API. Clients that are refused are no fault of the system, and have a metric only.</summary>
internal static class WebSocketAlarms
{
    private const double SlowMilliseconds = 3000;

    public static void Add(WebSocketMetrics metrics, PatternAlarms alarms)
    {
        alarms.Add(
            "ApiErrors",
            new MathExpression(new MathExpressionProps
            {
                Expression = "IF(FILL(messages, 0) + FILL(connects, 0) > 0, 100 * (FILL(refused, 0) + FILL(failed, 0)) / (FILL(messages, 0) + FILL(connects, 0)), 0)",
                Label = "errors of integrations in percent of messages",
                Period = Duration.Minutes(5),
                UsingMetrics = new Dictionary<string, IMetric>
                {
                    ["refused"] = metrics.Create("IntegrationError"),
                    ["failed"] = metrics.Create("ExecutionError"),
                    ["messages"] = metrics.Create("MessageCount"),
                    ["connects"] = metrics.Create("ConnectCount"),
                },
            }),
            1,
            "More than 1 % of the connections and messages failed in a function, or did not reach it, within five minutes.",
            "find the messages in the access log by their status; a requestId leads on to the function's log, and the execution log has the errors of API Gateway itself.");

        alarms.Add(
            "ApiLatency",
            metrics.Create("IntegrationLatency", statistic: "p99"),
            SlowMilliseconds,
            "The slowest 1 % of the messages take three seconds or more.",
            "look at the largest rooms first, since one message to a room is one request for each of its connections; traces show whether the function starts cold or waits for the table.",
            periods: 3,
            inclusive: true);
    }
}
