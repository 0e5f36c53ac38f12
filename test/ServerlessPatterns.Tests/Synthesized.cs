using System.Text.Json.Nodes;
using Amazon.CDK;

namespace ServerlessPatterns.Tests;

/// <summary>A stack as CloudFormation would get it, with the resources by type.</summary>
internal sealed class Synthesized
{
    private Synthesized(JsonObject template, IReadOnlyList<string> annotations)
    {
        Template = template;
        Annotations = annotations;
    }

    public JsonObject Template { get; }

    /// <summary>The texts of the errors, warnings and infos that were added to the stack.</summary>
    public IReadOnlyList<string> Annotations { get; }

    /// <summary>Builds one stack named <c>Test</c> and synthesises it.</summary>
    public static Synthesized Stack(Action<Stack> build, IDictionary<string, object>? context = null)
    {
        using var output = new TemporaryFolder();
        var app = new App(new AppProps { Outdir = output.Path, Context = context, AnalyticsReporting = false });
        build(new Stack(app, "Test"));
        return Read(app, "Test");
    }

    /// <summary>Builds an app of several stacks and synthesises one of them.</summary>
    public static Synthesized App(string stack, Action<App> build)
    {
        using var output = new TemporaryFolder();
        var app = new App(new AppProps { Outdir = output.Path, AnalyticsReporting = false });
        build(app);
        return Read(app, stack);
    }

    /// <summary>The resources of a type, by logical id.</summary>
    public IReadOnlyDictionary<string, JsonObject> All(string type) => Resources
        .Where(pair => (string?)pair.Value!["Type"] == type)
        .ToDictionary(pair => pair.Key, pair => pair.Value!.AsObject(), StringComparer.Ordinal);

    /// <summary>The one resource of a type whose logical id contains a text.</summary>
    public JsonObject Single(string type, string idPart = "") =>
        All(type).Single(pair => pair.Key.Contains(idPart, StringComparison.Ordinal)).Value;

    /// <summary>The properties of the one resource of a type whose logical id contains a text.</summary>
    public JsonNode Properties(string type, string idPart = "") => Single(type, idPart)["Properties"]!;

    public JsonObject Resources => Template["Resources"]?.AsObject() ?? [];

    private static Synthesized Read(App app, string stack)
    {
        var assembly = app.Synth();
        var artifact = assembly.GetStackByName(stack);
        var text = File.ReadAllText(artifact.TemplateFullPath);
        var annotations = artifact.Messages.Select(message => message.Entry.Data?.ToString() ?? string.Empty);
        return new Synthesized(JsonNode.Parse(text)!.AsObject(), [.. annotations]);
    }
}
