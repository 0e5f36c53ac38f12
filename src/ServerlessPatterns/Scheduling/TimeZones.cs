using System.Reflection;
using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>
/// The names of the IANA time zone database (2025b), which travel with the library: what the machine knows depends on
/// its system, and is asked only for names that are newer than the list.
/// </summary>
internal static partial class TimeZones
{
    private static readonly Lazy<HashSet<string>> Known = new(Read);

    public static void Check(Checks checks, string property, string name)
    {
        if (Tokens.IsUnresolved(name) || Known.Value.Contains(name) || (!IsSpeltOtherwise(name) && IsKnownHere(name)))
        {
            return;
        }

        checks.Add(
            ErrorCodes.ScheduleTimeZone,
            property,
            Checks.Quote(name),
            "a name of the IANA time zone database, in its own spelling",
            Suggestion(name) is { } other ? $"Did you mean {Checks.Quote(other)}?" : "Give a name such as \"Europe/Berlin\".");
    }

    /// <summary>The zone, where this machine knows it; else UTC, which is at most 14 hours off.</summary>
    public static TimeZoneInfo Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    // Windows and ICU also know names of their own ("W. Europe Standard Time"), none of which AWS takes.
    private static bool IsKnownHere(string name) =>
        name.Length <= 50 && Form().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.Id == name;

    private static bool IsSpeltOtherwise(string name) => Known.Value.Any(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? Suggestion(string name)
    {
        var place = name.Trim().Replace(' ', '_');
        return Known.Value.Order(StringComparer.Ordinal).FirstOrDefault(known =>
            known.Equals(place, StringComparison.OrdinalIgnoreCase) || known.EndsWith($"/{place}", StringComparison.OrdinalIgnoreCase));
    }

    private static HashSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ServerlessPatterns.time-zones.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("^[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+){1,2}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
