using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ServerlessPatterns.Tests.Conventions;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Documentation;

/// <summary>
/// The tables of props in the pages, made of the XML documentation: what stands between
/// <c>&lt;!-- props: TypeA, TypeB --&gt;</c> and <c>&lt;!-- end of props --&gt;</c>.
/// </summary>
internal static partial class PropsTables
{
    public const string End = "<!-- end of props -->";

    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("Props", references: CompilerReferences.All);

    private static readonly PropsText Text = new(XmlDocumentation.Of(typeof(ThumbnailPipeline).Assembly));

    /// <summary>The pages with such tables, as paths in the repository.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Repository.Files("docs", "*.md").Where(file => File.ReadAllText(file).Contains(End, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>Where the table of each type is: the page, and the heading that it is under.</summary>
    public static ILookup<string, (string Page, string Heading)> Places { get; } = Pages
        .SelectMany(page => Headed(File.ReadAllLines(Path.Combine(Repository.Root, page)))
            .SelectMany(line => Types(line.Line).Select(type => (Type: type, Place: (page, line.Heading)))))
        .ToLookup(found => found.Type, found => found.Place);

    /// <summary>The lines of a page with its tables as the code would have them.</summary>
    public static IReadOnlyList<string> Written(string page)
    {
        var result = new List<string>();
        var isInside = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, page)))
        {
            isInside &= line != End;
            if (!isInside)
            {
                result.Add(line);
            }

            if (Types(line) is { Length: > 0 } types)
            {
                isInside = true;
                result.AddRange(Table(types, page));
            }
        }

        return isInside ? throw new InvalidOperationException($"{page}: a table of props has no {End}") : result;
    }

    private static IEnumerable<string> Table(IReadOnlyList<string> types, string page)
    {
        yield return "| prop | type | default | what |";
        yield return "| --- | --- | --- | --- |";
        var props = types.SelectMany(type => Symbol(type).GetMembers().OfType<IPropertySymbol>())
            .Where(prop => prop is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public });

        // Hooks come last, whichever of the types they are declared in.
        foreach (var prop in props.OrderBy(prop => prop.Name.StartsWith("Configure", StringComparison.Ordinal)))
        {
            var defaultValue = prop.IsRequired ? "required" : Text.Default(prop, types);
            yield return $"| `{prop.Name}` | {Type(prop, page)} | {defaultValue} | {Text.Summary(prop, types)} |";
        }
    }

    private static INamedTypeSymbol Symbol(string type) => Compilation.GetTypeByMetadataName($"ServerlessPatterns.{type}")
        ?? throw new InvalidOperationException($"A page has a table of the props of {type}, which there is not.");

    private static string Type(IPropertySymbol prop, string page)
    {
        var text = $"`{prop.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat).TrimEnd('?')}`";
        var options = prop.Type is INamedTypeSymbol { TypeArguments: [var element] } ? element : prop.Type;
        if (Places[options.Name].ToList() is not [var (place, heading)])
        {
            return text;
        }

        var file = place == page ? string.Empty : Path.GetRelativePath(Path.GetDirectoryName(page)!, place).Replace('\\', '/');
        return $"[{text}]({file}#{Headings.Slug(heading)})";
    }

    private static IEnumerable<(string Heading, string Line)> Headed(IEnumerable<string> lines)
    {
        var heading = string.Empty;
        foreach (var line in lines)
        {
            heading = line.StartsWith('#') ? line.TrimStart('#', ' ') : heading;
            yield return (heading, line);
        }
    }

    private static string[] Types(string line) =>
        Begin().Match(line) is { Success: true } match ? match.Groups["types"].Value.Split(", ") : [];

    [GeneratedRegex("^<!-- props: (?<types>[A-Za-z0-9]+(?:, [A-Za-z0-9]+)*) -->$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Begin();
}
