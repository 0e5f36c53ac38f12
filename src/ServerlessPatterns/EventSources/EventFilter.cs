using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessPatterns;

/// <summary>
/// Which records of a queue or stream reach the function. Each field of the pattern holds a list of alternatives:
/// values, or rules such as <c>{"prefix": "eu-"}</c>, which <c>Amazon.CDK.AWS.Lambda.FilterRule</c> also makes. See
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html.
/// </summary>
public sealed class EventFilter
{
    // The default encoder would escape <, > and ', which rules and values may hold: each counts six characters then.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private EventFilter(string pattern) => Pattern = pattern;

    /// <summary>The pattern as JSON, at most 4,096 characters.</summary>
    public string Pattern { get; }

    /// <summary>A filter written as JSON, such as <c>{"body": {"kind": ["order"]}}</c>.</summary>
    /// <param name="pattern">The pattern. It is checked when the pattern that uses it is made.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is null or empty.</exception>
    public static EventFilter FromJson(string pattern)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        return new EventFilter(pattern);
    }

    /// <summary>A filter made of dictionaries and lists, whose rules may come from <c>FilterRule</c>.</summary>
    /// <param name="pattern">The fields; those of fields are dictionaries again.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> is null.</exception>
    public static EventFilter FromPattern(IReadOnlyDictionary<string, object> pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new EventFilter(JsonSerializer.Serialize(pattern, Readable));
    }
}
