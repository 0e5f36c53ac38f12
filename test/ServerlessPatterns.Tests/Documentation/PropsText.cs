using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using ServerlessPatterns.Tests.Conventions;

namespace ServerlessPatterns.Tests.Documentation;

/// <summary>The XML documentation of a prop as cells of a Markdown table.</summary>
internal sealed partial class PropsText(XmlDocumentation documentation)
{
    private const string ValueStart = "The default value is ";

    public string Default(IPropertySymbol prop, IReadOnlyList<string> types)
    {
        var text = Cell(prop, "value", types);
        return text.StartsWith(ValueStart, StringComparison.Ordinal) && text.EndsWith('.')
            ? text[ValueStart.Length..^1]
            : throw new InvalidOperationException($"{prop.ContainingType.Name}.{prop.Name} does not say '{ValueStart}...' in its <value>.");
    }

    public string Summary(IPropertySymbol prop, IReadOnlyList<string> types) => Cell(prop, "summary", types);

    private string Cell(IPropertySymbol prop, string part, IReadOnlyList<string> types)
    {
        var element = documentation.Member(prop.GetDocumentationCommentId()!)?.Element(part)
            ?? throw new InvalidOperationException($"{prop.ContainingType.Name}.{prop.Name} has no <{part}>.");
        var text = string.Concat(element.Nodes().Select(node => Markdown(node, types)));
        return Space().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Markdown(XNode node, IReadOnlyList<string> types) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("langword") is { } word => $"`{word.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("href") is { } address => $"[{see.Value}]({address.Value})",
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } reference => $"`{Name(reference.Value, types)}`",
        _ => throw new InvalidOperationException($"A table of props has no way to show {node}"),
    };

    // P:ServerlessPatterns.QueueProcessorProps.Fifo: of a type in the table the member alone, else both.
    private static string Name(string reference, IReadOnlyList<string> types)
    {
        var isMethod = reference.StartsWith("M:", StringComparison.Ordinal);
        var parts = reference[2..].Split('(')[0].Split('.');
        return reference[0] == 'T' || types.Contains(parts[^2]) ? parts[^1] : $"{parts[^2]}.{parts[^1]}{(isMethod ? "()" : string.Empty)}";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space();
}
