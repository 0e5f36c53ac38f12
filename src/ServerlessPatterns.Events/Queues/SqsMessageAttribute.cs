namespace ServerlessPatterns.Events;

/// <summary>An attribute that the sender gave a message.</summary>
public sealed record SqsMessageAttribute
{
    /// <summary>
    /// <c>String</c>, <c>Number</c> or <c>Binary</c>, and after a dot what the sender added, as in <c>Number.int</c>.
    /// </summary>
    public string DataType { get => field ?? ""; init; }

    /// <summary>The value of a text or number.</summary>
    public string? StringValue { get; init; }

    /// <summary>The value of a binary attribute.</summary>
    public ReadOnlyMemory<byte>? BinaryValue { get; init; }
}
