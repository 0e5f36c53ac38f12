using Amazon.CDK.AWS.DynamoDB;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="TableStreamProcessor"/>.</summary>
public sealed class TableStreamProcessorProps : StreamProcessorProps
{
    /// <summary>
    /// The table whose changes are read; one that is given is left as it is. It must have a stream, and an imported one
    /// be imported with <c>TableStreamArn</c>.
    /// </summary>
    /// <value>The default value is a new table: on demand, encrypted, with point-in-time recovery.</value>
    public ITable? Table { get; init; }

    /// <summary>The partition key of a table made here.</summary>
    /// <value>The default value is <c>id</c>.</value>
    public string PartitionKeyName { get; init; } = "id";

    /// <summary>The type of the partition key.</summary>
    /// <value>The default value is <c>STRING</c>.</value>
    public AttributeType PartitionKeyType { get; init; } = AttributeType.STRING;

    /// <summary>The sort key of a table made here.</summary>
    /// <value>The default value is none.</value>
    public string? SortKeyName { get; init; }

    /// <summary>The type of the sort key.</summary>
    /// <value>The default value is <c>STRING</c>.</value>
    public AttributeType SortKeyType { get; init; } = AttributeType.STRING;

    /// <summary>What of an item a record of the stream of a table made here holds.</summary>
    /// <value>The default value is <c>NEW_AND_OLD_IMAGES</c>: the item before and after the change.</value>
    public StreamViewType StreamViewType { get; init; } = StreamViewType.NEW_AND_OLD_IMAGES;

    /// <summary>
    /// The attribute of a table made here, in seconds since 1970, that says when DynamoDB may delete an item; such a
    /// deletion is a record of the stream as well.
    /// </summary>
    /// <value>The default value is none: items stay.</value>
    public string? TimeToLiveAttribute { get; init; }

    /// <summary>Whether the table made here refuses to be deleted.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool TableDeletionProtection { get; init; }

    /// <summary>Called with the props of the table right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<TableProps>? ConfigureTable { get; init; }
}
