using System.Xml.Linq;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Reads AWS's XML answers, whose namespaces say nothing that matters here.</summary>
internal static class Xml
{
    public static IEnumerable<XElement> All(this XElement element, string name) =>
        element.Descendants().Where(descendant => descendant.Name.LocalName == name);

    public static string Text(this XElement element, string name) =>
        element.All(name).FirstOrDefault()?.Value ?? throw new InvalidOperationException($"There is no {name} in {element}");
}
