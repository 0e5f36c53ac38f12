using System.Reflection;
using System.Text.RegularExpressions;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Conventions;

public sealed partial class ErrorCodeTests
{
    private static readonly FieldInfo[] Fields =
    [
        .. typeof(ThumbnailPipeline).Assembly.GetTypes()
            .Where(type => type == typeof(ErrorCodes) || type == typeof(FunctionCodeErrors))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)),
    ];

    private static readonly string[] Codes = [.. Fields.Select(Code)];

    [Fact]
    public void Codes_All_AreDifferent() => Codes.ShouldBeUnique();

    [Fact]
    public void Codes_All_StandInErrorsMdAndNoOthers()
    {
        var documented = Row().Matches(Repository.Read("docs/errors.md")).Select(match => match.Groups["code"].Value);

        documented.ShouldBe(Codes, ignoreOrder: true);
    }

    [Fact]
    public void Codes_All_AreNamedByATest()
    {
        var tests = string.Concat(Repository.Sources("test/ServerlessPatterns.Tests", "*.cs"));

        Fields.Where(field => !new[] { $"\"{Code(field)}\"", $" {Code(field)} ", $"{field.DeclaringType!.Name}.{field.Name}" }
                .Any(name => tests.Contains(name, StringComparison.Ordinal)))
            .Select(Code).ShouldBeEmpty();
    }

    private static string Code(FieldInfo field) => (string)field.GetRawConstantValue()!;

    [GeneratedRegex(@"^\| `(?<code>SP\d{4})` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();
}
