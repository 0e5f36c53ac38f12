namespace ServerlessPatterns.Testing;

/// <summary>One difference between a stack's template and its snapshot.</summary>
public sealed class TemplateDifference
{
    internal TemplateDifference(TemplateDifferenceKind kind, string section, string name)
    {
        Kind = kind;
        Section = section;
        Name = name;
    }

    /// <summary>What the difference means.</summary>
    public TemplateDifferenceKind Kind { get; }

    /// <summary>The section of the template: <c>Resources</c>, <c>Outputs</c>, <c>Parameters</c>, ...</summary>
    public string Section { get; }

    /// <summary>
    /// The logical id, or the name of the output, parameter, condition or mapping, as the snapshot has it; in a nested
    /// stack after the logical ids that lead to it (<c>Nested/Table</c>). Empty for a section that has no entries.
    /// </summary>
    public string Name { get; }

    /// <summary>The logical id in the new template, of a resource that was given another one.</summary>
    /// <value><see langword="null"/> when the logical id is the same.</value>
    public string? NewName { get; internal init; }

    /// <summary>The type of the resource.</summary>
    /// <value><see langword="null"/> outside <c>Resources</c>.</value>
    public string? ResourceType { get; internal init; }

    /// <summary>What happens and which values differ, a line each.</summary>
    public IReadOnlyList<string> Details { get; internal init; } = [];

    /// <summary>The difference as one paragraph of the exception's message.</summary>
    /// <returns>A headline, and below it the details, indented.</returns>
    public override string ToString()
    {
        var id = Name.Length == 0 ? Section : $"{Section}.{Name}";
        var renamed = NewName is null ? "" : $" -> {NewName}";
        var type = ResourceType is null ? "" : $" ({ResourceType})";
        var headline = $"{Label(Kind),-9}{id}{renamed}{type}";
        return string.Join('\n', Details.Select(detail => $"{new string(' ', 11)}{detail}").Prepend(headline));
    }

    internal static string Label(TemplateDifferenceKind kind) => kind switch
    {
        TemplateDifferenceKind.Added => "added",
        TemplateDifferenceKind.Removed => "removed",
        TemplateDifferenceKind.Changed => "changed",
        TemplateDifferenceKind.Replaced => "replaced",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
