using System.Globalization;
using System.Text;

namespace PatternStarter.Report;

/// <summary>The files of a day; the same text for the same files, in whatever order they are added.</summary>
internal sealed class FileReport
{
    private readonly SortedDictionary<string, long> sizes = new(StringComparer.Ordinal);

    public int Files => sizes.Count;

    public long Bytes => sizes.Values.Sum();

    public void Add(string key, long size) => sizes[key] = size;

    /// <summary>As RFC 4180 says.</summary>
    public string ToCsv()
    {
        var csv = new StringBuilder("key,bytes\r\n");
        foreach (var (key, size) in sizes)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Quote(key)},{size}\r\n");
        }

        return csv.ToString();
    }

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
