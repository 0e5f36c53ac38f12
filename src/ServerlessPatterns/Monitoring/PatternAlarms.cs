using Amazon.CDK.AWS.CloudWatch;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Makes the alarms of one pattern, all in the same manner, and remembers them.</summary>
internal sealed class PatternAlarms(Construct scope, MonitoringOptions options)
{
    private readonly List<Alarm> made = [];

    public IReadOnlyList<Alarm> Made => made;

    /// <summary>Makes an alarm; a metric with no data is a quiet system, not a broken one, unless it says otherwise.</summary>
    /// <param name="id">The id of the alarm below the pattern.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="threshold">The value above which, or from which on, it goes off.</param>
    /// <param name="what">What has happened when it goes off.</param>
    /// <param name="runbook">What to do then.</param>
    /// <param name="periods">How many periods the metric is watched over.</param>
    /// <param name="inclusive">Whether the threshold itself already counts.</param>
    /// <param name="below">Whether it goes off below the threshold instead, and then where there is no data too.</param>
    /// <returns>The alarm; nothing when there are to be none.</returns>
    public Alarm? Add(
        string id, IMetric metric, double threshold, string what, string runbook, double periods = 1, bool inclusive = false, bool below = false)
    {
        if (!options.Enabled)
        {
            return null;
        }

        var advice = options.RunbookUrl is { } url ? $"{url}#{id}" : runbook;
        var props = new AlarmProps
        {
            Metric = metric,
            Threshold = threshold,
            ComparisonOperator = (below, inclusive) switch
            {
                (true, _) => ComparisonOperator.LESS_THAN_THRESHOLD,
                (_, true) => ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                _ => ComparisonOperator.GREATER_THAN_THRESHOLD,
            },
            EvaluationPeriods = periods,
            TreatMissingData = below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
            AlarmDescription = $"{what}\nRunbook: {advice}",
        };
        options.ConfigureAlarm?.Invoke(id, props);

        var alarm = new Alarm(scope, id, props);
        if (options.AlarmActions.Count > 0)
        {
            alarm.AddAlarmAction([.. options.AlarmActions]);
        }

        made.Add(alarm);
        return alarm;
    }
}
