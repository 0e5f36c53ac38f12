using System.Reflection;
using System.Xml.Linq;

namespace ServerlessPatterns.Tests.Conventions;

/// <summary>The XML documentation that the compiler wrote beside an assembly.</summary>
internal sealed class XmlDocumentation(XDocument document)
{
    public static XmlDocumentation Of(Assembly assembly) => new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    public string Value(PropertyInfo property) => Member($"P:{property.DeclaringType!.FullName}.{property.Name}")
        ?.Element("value") is { } value ? Text(value).Trim() : string.Empty;

    public XElement? Member(string name) =>
        document.Descendants("member").SingleOrDefault(member => (string?)member.Attribute("name") == name);

    // A keyword or a member that is referred to is a part of the sentence.
    private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XElement { IsEmpty: true } see => see.Attribute("langword")?.Value ?? see.Attribute("cref")?.Value,
        XElement inner => inner.Value,
        _ => node.ToString(),
    }));
}
