using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns;

/// <summary>
/// The metrics of one stage of a WebSocket API.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html
/// </summary>
internal sealed class WebSocketMetrics(string apiId, string stageName)
{
    public Metric Create(string name, MetricOptions? options = null, string? statistic = null)
    {
        var metric = new Metric(new MetricProps
        {
            Namespace = "AWS/ApiGateway",
            MetricName = name,
            DimensionsMap = new Dictionary<string, string> { ["ApiId"] = apiId, ["Stage"] = stageName },
            Period = Duration.Minutes(5),
            Statistic = statistic ?? Stats.SUM,
        });
        return options is null ? metric : metric.With(options);
    }
}
