using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>Random JSON of every kind that the contract says is kept, the same for the same seed.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A test wants the same values again.")]
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Names = ["a.b", "#c", ":d", "size", "name", "ttl", " ", "e f", "[0]", "名", "🦊", "\"", "\\", "/", "~", "_sp", "$", "a\nb"];

    private static readonly string[] Characters =
        ["a", "Z", "0", " ", "é", "ß", "漢", "🦊", "e\u0301", "\n", "\t", "\u0001", "\u001f", "\u007f", "\"", "\\", "/", "<", "&", "\u2028", "\ufffd", "\uffff", "\ud83d\udc68\u200d\ud83d\udc69"];

    private readonly Random random = new(seed);

    public string NextObject(string id)
    {
        var members = new StringBuilder($$"""{"id":"{{id}}" """);
        foreach (var name in PickNames())
        {
            members.Append(CultureInfo.InvariantCulture, $",{Space()}{Quote(name)}:{Space()}{NextValue(1)}");
        }

        return members.Append('}').ToString();
    }

    public string NextNumber()
    {
        var digits = random.Next(1, 39);
        var text = new StringBuilder(random.Next(3) == 0 ? "-" : "");
        var coefficient = new string([.. Enumerable.Range(0, digits).Select(_ => (char)('0' + random.Next(10)))]);
        var point = random.Next(digits);
        var whole = coefficient[..point].TrimStart('0');
        text.Append(whole.Length == 0 ? "0" : whole).Append('.').Append(coefficient, point, digits - point);
        return random.Next(4) switch
        {
            0 => text.Append(random.Next(2) == 0 ? "e" : "E").Append(CultureInfo.InvariantCulture, $"{random.Next(-80, 80):+0;-0}").ToString(),
            1 => random.Next(-1_000_000, 1_000_000).ToString(CultureInfo.InvariantCulture),
            2 => coefficient.TrimStart('0') is { Length: > 0 } integer ? integer : "-0",
            _ => text.ToString(),
        };
    }

    private string NextValue(int depth) => random.Next(depth < 6 ? 9 : 6) switch
    {
        0 => "null",
        1 => "true",
        2 => "false",
        3 => Quote(NextText()),
        4 or 5 => NextNumber(),
        6 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Space() + NextValue(depth + 1)))}]",
        _ => "{" + string.Join(',', PickNames().Select(name => $"{Quote(name)}:{NextValue(depth + 1)}")) + "}",
    };

    private string NextText() => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Characters[random.Next(Characters.Length)]));

    private List<string> PickNames() => [.. Enumerable.Range(0, random.Next(5)).Select(_ => Names[random.Next(Names.Length)]).Distinct()];

    private string Space() => random.Next(5) == 0 ? "\r\n " : "";

    /// <summary>With every character escaped at times, and none that need not be at others.</summary>
    private string Quote(string text) => random.Next(2) == 0
        ? "\"" + string.Concat(text.Select(character => $"\\u{(int)character:x4}")) + "\""
        : JsonSerializer.Serialize(text);
}
