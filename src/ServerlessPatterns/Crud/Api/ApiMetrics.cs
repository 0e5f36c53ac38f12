using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace ServerlessPatterns;

/// <summary>The metrics of one stage of an API; the two kinds of API have other names and dimensions for the same things.</summary>
internal sealed class ApiMetrics(string clientErrors, string serverErrors, IReadOnlyDictionary<string, string> dimensions)
{
    public static ApiMetrics OfRest(string apiName, string stage) =>
        new("4XXError", "5XXError", new Dictionary<string, string>(StringComparer.Ordinal) { ["ApiName"] = apiName, ["Stage"] = stage });

    public static ApiMetrics OfHttp(string apiId, string stage) =>
        new("4xx", "5xx", new Dictionary<string, string>(StringComparer.Ordinal) { ["ApiId"] = apiId, ["Stage"] = stage });

    public Metric Requests(MetricOptions? options = null) => Create("Count", Stats.SAMPLE_COUNT, options);

    public Metric ClientErrors(MetricOptions? options = null) => Create(clientErrors, Stats.SUM, options);

    public Metric ServerErrors(MetricOptions? options = null) => Create(serverErrors, Stats.SUM, options);

    public Metric Latency(MetricOptions? options = null) => Create("Latency", "p99", options);

    private Metric Create(string name, string statistic, MetricOptions? options)
    {
        var metric = new Metric(new MetricProps
        {
            Namespace = "AWS/ApiGateway",
            MetricName = name,
            DimensionsMap = new Dictionary<string, string>(dimensions, StringComparer.Ordinal),
            Period = Duration.Minutes(5),
            Statistic = statistic,
        });
        return options is null ? metric : metric.With(options);
    }
}
