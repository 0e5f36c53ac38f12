using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Amazon.CDK;
using ServerlessPatterns.Tests.Conventions;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Documentation;

/// <summary>The tables of props say what the XML documentation says, and that says what the code does.</summary>
public sealed partial class PropsTableTests
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly IEnumerable<Type> Options = typeof(ThumbnailPipeline).Assembly.GetExportedTypes()
        .Where(type => Settable(type).Any() && type.GetConstructors(Instance).Any(constructor => constructor.GetParameters().Length == 0));

    public static TheoryData<string> Pages => [.. PropsTables.Pages];

    /// <summary>What users set by an object initialiser.</summary>
    public static TheoryData<Type> OptionTypes => [.. Options.Where(type => Settable(type).Any(prop => prop.DeclaringType == type))];

    public static TheoryData<Type> ConcreteTypes => [.. Options.Where(type => !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Tables_OfAPage_AreMadeOfTheXmlDocumentation(string page) =>
        ApprovedText.Verify(
            Path.Combine(Repository.Root, page), string.Concat(PropsTables.Written(page).Select(line => $"{line}\n")), line => line.StartsWith('#'));

    [Theory]
    [MemberData(nameof(OptionTypes))]
    public void OptionType_Each_HasATable(Type type) => PropsTables.Places[type.Name].ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(ConcreteTypes))]
    public void Default_OfEachProp_IsTheValueThatANewObjectHas(Type type)
    {
        var documentation = XmlDocumentation.Of(type.Assembly);
        var options = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var prop in Settable(type).Where(prop => prop.GetCustomAttribute<RequiredMemberAttribute>() is null))
        {
            var said = documentation.Value(prop);
            Says(said, prop.GetValue(options)).ShouldBeTrue($"{type.Name}.{prop.Name} is {prop.GetValue(options)}, and documented as: {said}");
        }
    }

    // What is null is decided when the construct is made: the defaults tests of the patterns look there.
    private static bool Says(string said, object? value) => value switch
    {
        null => true,
        bool flag => said.Contains($"is {(flag ? "true" : "false")}", StringComparison.Ordinal),
        string { Length: 0 } => said.Contains("empty", StringComparison.Ordinal),
        string text => said.Contains(text, StringComparison.Ordinal),
        double or int => Numbers(said).Contains(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        Uri address => said.Contains(address.OriginalString, StringComparison.Ordinal),
        Enum constant => said.Contains($"{constant}", StringComparison.Ordinal),
        Duration duration => Amounts(said).Contains(duration.ToSeconds()),
        Size size => Amounts(said).Contains(size.ToKibibytes() * 1024),
        _ => true,
    };

    private static IEnumerable<double> Numbers(string text) => Number().Matches(text)
        .Select(match => double.Parse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture));

    // In seconds or bytes.
    private static IEnumerable<double> Amounts(string text) => Number().Matches(text).Where(match => match.Groups["unit"].Success)
        .Select(match => double.Parse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture) * match.Groups["unit"].Value switch
        {
            "second" => 1,
            "minute" => 60,
            "hour" => 3600,
            "day" => 86400,
            "KiB" => 1024,
            "MiB" => 1024 * 1024,
            _ => 1024 * 1024 * 1024,
        });

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(prop => prop.SetMethod is { IsPublic: true });

    [GeneratedRegex("(?<number>[0-9][0-9,]*(?:\\.[0-9]+)?)(?: (?<unit>second|minute|hour|day|KiB|MiB|GiB))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
