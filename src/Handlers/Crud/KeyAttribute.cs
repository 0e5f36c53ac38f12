using System.Text;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Items;

namespace ServerlessPatterns.Handlers.Crud;

/// <summary>One key of the table, as a path segment, as a JSON member and as an attribute.</summary>
internal sealed record KeyAttribute(string Name, KeyType Type, int MaxBytes)
{
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    public const int MaxPartitionKeyBytes = 2048;
    public const int MaxSortKeyBytes = 1024;

    public static KeyType ReadType(string? value, string name) => value switch
    {
        null or "S" => KeyType.Text,
        "N" => KeyType.Number,
        _ => throw new InvalidOperationException($"{name} must be S or N, and is {value}."),
    };

    /// <summary>The key that a path segment, already decoded, stands for.</summary>
    public AttributeValue FromPath(string segment)
    {
        if (Type == KeyType.Text)
        {
            return Check(new AttributeValue { S = segment });
        }

        return DynamoNumber.Normalize(segment, out var number) == NumberProblem.None
            ? new AttributeValue { N = number }
            : throw new ProblemException(Problem.BadRequest($"The path's {Name} is not a number that the table can hold."));
    }

    /// <summary>Refuses what cannot be this key.</summary>
    public AttributeValue Check(AttributeValue value)
    {
        if (Type == KeyType.Number)
        {
            return value.N is not null ? value : throw Refusal("must be a number");
        }

        return value.S switch
        {
            null => throw Refusal("must be a string"),
            "" => throw Refusal("must not be empty"),
            // They would be gone from a URL before it is sent (RFC 3986, section 5.2.4).
            "." or ".." => throw Refusal("must not be a dot segment"),
            var text when text.Contains('\0', StringComparison.Ordinal) => throw Refusal("must not contain U+0000"),
            var text when Encoding.UTF8.GetByteCount(text) > MaxBytes => throw Refusal($"must not be longer than {MaxBytes} bytes"),
            _ => value,
        };
    }

    public string ToText(AttributeValue value) => (Type == KeyType.Number ? value.N : value.S) ?? "";

    private ProblemException Refusal(string rule) => new(Problem.BadRequest($"The key {Name} {rule}.", JsonPointer.To(Name)));
}
