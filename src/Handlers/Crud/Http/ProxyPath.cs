using System.Text;
using System.Text.Json;

namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>Finds a path's segments, decoded once: an id may hold slashes and percent signs of its own.</summary>
internal static class ProxyPath
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>REST APIs pass paths and path parameters on as they were sent.</summary>
    public static IReadOnlyList<string> ReadRest(JsonElement @event, string path) =>
        FromTemplate(@event.Text("resource"), @event, Decode) ?? [.. path[1..].Split('/').Select(Decode)];

    /// <summary>HTTP APIs decode both, so that only the parameters can still tell a slash of an id from one of the path.</summary>
    public static IReadOnlyList<string> ReadHttp(JsonElement @event, string path, string? stage)
    {
        var route = @event.Text("routeKey");
        var template = route?[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (FromTemplate(template, @event, static value => value) is { } segments)
        {
            return segments;
        }

        // The path begins with the stage, unless that is $default.
        var all = path[1..].Split('/');
        return all[0] == stage ? all[1..] : all;
    }

    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        // Uri.UnescapeDataString leaves as it is what it cannot decode; two paths would then name one item.
        var bytes = new List<byte>(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var mark = text.IndexOf('%', index);
            var end = mark < 0 ? text.Length : mark;
            bytes.AddRange(Encoding.UTF8.GetBytes(text[index..end]));
            index = end;
            if (mark >= 0)
            {
                bytes.Add(DecodeByte(text.AsSpan(mark)));
                index += 3;
            }
        }

        try
        {
            return StrictUtf8.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            throw NotEncoded();
        }
    }

    private static byte DecodeByte(ReadOnlySpan<char> text) =>
        text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low)
            ? Convert.FromHexString(text[1..3])[0]
            : throw NotEncoded();

    private static List<string>? FromTemplate(string? template, JsonElement @event, Func<string, string> decode)
    {
        if (template is not ['/', ..] || template.Contains("+}", StringComparison.Ordinal))
        {
            return null;
        }

        var parameters = @event.Child("pathParameters").Texts().ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var segments = new List<string>();
        foreach (var segment in template[1..].Split('/'))
        {
            if (segment is not ['{', .., '}'])
            {
                segments.Add(segment);
            }
            else if (parameters.TryGetValue(segment[1..^1], out var value))
            {
                segments.Add(decode(value));
            }
            else
            {
                return null;
            }
        }

        return segments;
    }

    private static ProblemException NotEncoded() => new(Problem.BadRequest("The URL is not percent-encoded UTF-8."));
}
