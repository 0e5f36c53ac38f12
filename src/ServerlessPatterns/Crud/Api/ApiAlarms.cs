using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns;

/// <summary>The alarms of an API. API Gateway has no metric of the requests that it throttles.</summary>
internal static class ApiAlarms
{
    private const double SlowMilliseconds = 3000;

    public static void Add(ApiMetrics metrics, PatternAlarms alarms)
    {
        alarms.Add(
            "ApiErrors",
            new MathExpression(new MathExpressionProps
            {
                Expression = "IF(requests > 0, 100 * errors / requests, 0)",
                Label = "answers with 5xx in percent of requests",
                Period = Duration.Minutes(5),
                UsingMetrics = new Dictionary<string, IMetric>
                {
                    ["errors"] = metrics.ServerErrors(),
                    ["requests"] = metrics.Requests(),
                },
            }),
            1,
            "More than 1 % of the requests were answered with 5xx within five minutes.",
            "find the requests in the access log by their status; a requestId leads on to the function's log and to the trace.");

        alarms.Add(
            "ApiLatency",
            metrics.Latency(),
            SlowMilliseconds,
            "The slowest 1 % of the requests take three seconds or more.",
            "compare integrationLatency with responseLatency in the access log; traces show whether the function starts cold or the table is slow.",
            periods: 3,
            inclusive: true);
    }
}
