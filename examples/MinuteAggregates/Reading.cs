namespace MinuteAggregates;

/// <summary>What a sensor measured, as the stream's records carry it.</summary>
public sealed record Reading(string Sensor, DateTimeOffset At, decimal Value)
{
    /// <summary>What is not a reading now will not be one at its next delivery either.</summary>
    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Sensor) || At == default)
        {
            throw new InvalidOperationException("The reading has no sensor or no time.");
        }
    }
}
