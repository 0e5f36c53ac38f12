using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace MinuteAggregates;

/// <summary>What a sensor measured in a minute.</summary>
internal sealed record Aggregate(long Count, decimal Sum, decimal Min, decimal Max)
{
    public static Aggregate Of(decimal value) => new(1, value, value, value);

    public static Aggregate Read(Dictionary<string, AttributeValue> item) => new(
        long.Parse(item["count"].N, CultureInfo.InvariantCulture), Number(item["sum"]), Number(item["min"]), Number(item["max"]));

    public Aggregate With(decimal value) => new(Count + 1, Sum + value, Math.Min(Min, value), Math.Max(Max, value));

    public Dictionary<string, AttributeValue> ToItem(Dictionary<string, AttributeValue> key) => new(key)
    {
        ["count"] = new() { N = Count.ToString(CultureInfo.InvariantCulture) },
        ["sum"] = Attribute(Sum),
        ["min"] = Attribute(Min),
        ["max"] = Attribute(Max),
    };

    private static decimal Number(AttributeValue value) => decimal.Parse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static AttributeValue Attribute(decimal value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
