using System.Reflection;
using System.Xml.Linq;

namespace ServerlessPatterns.Tests.Conventions;

/// <summary>The XML documentation that the compiler wrote beside an assembly.</summary>
internal sealed class XmlDocumentation(XDocument document)
{
    public static XmlDocumentation Of(Assembly assembly) => new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    public string Value(PropertyInfo property) => Member($"P:{property.DeclaringType!.FullName}.{property.Name}")
        ?.Element("value")?.Value.Trim() ?? string.Empty;

    private XElement? Member(string name) =>
        document.Descendants("member").SingleOrDefault(member => (string?)member.Attribute("name") == name);
}
