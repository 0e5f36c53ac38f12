using System.Reflection;
using System.Text.RegularExpressions;

namespace ServerlessPatterns.Tests.Conventions;

public sealed partial class ErrorCodeTests
{
    private static readonly string[] Codes =
    [
        .. typeof(ThumbnailPipeline).Assembly.GetTypes()
            .Where(type => type.IsAbstract && type.IsSealed && (type == typeof(ErrorCodes) || type.Name.EndsWith("Errors", StringComparison.Ordinal)))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => code.StartsWith("SP", StringComparison.Ordinal)),
    ];

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

        Codes.Where(code => !tests.Contains($"\"{code}", StringComparison.Ordinal) && !tests.Contains($" {code} ", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\| `(?<code>SP\d{4})` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();
}
