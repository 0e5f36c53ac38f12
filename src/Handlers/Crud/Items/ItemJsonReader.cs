using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Http;

namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>Reads a JSON object as attributes, and refuses what would not come back as the same JSON.</summary>
internal ref struct ItemJsonReader
{
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    private const int MaxDepth = 32;
    private const int MaxNameBytes = 65535;

    private readonly List<string> place = [];
    private Utf8JsonReader reader;

    private ItemJsonReader(ReadOnlySpan<byte> json) =>
        // One level more than is allowed, so that the refusal can say where.
        reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });

    public static Dictionary<string, AttributeValue> Read(ReadOnlySpan<byte> json)
    {
        var item = new ItemJsonReader(json);
        try
        {
            item.reader.Read();
            if (item.reader.TokenType != JsonTokenType.StartObject)
            {
                throw item.Refusal("The body must be a JSON object.");
            }

            var members = item.ReadMembers();
            item.reader.Read();
            return members;
        }
        catch (JsonException exception)
        {
            throw item.Refusal(string.Create(
                CultureInfo.InvariantCulture,
                $"The body is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} is not what RFC 8259 allows there."));
        }
    }

    private AttributeValue ReadValue()
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new AttributeValue { M = ReadMembers() };
            case JsonTokenType.StartArray:
                return new AttributeValue { L = ReadElements() };
            case JsonTokenType.String:
                return new AttributeValue { S = ReadText() };
            case JsonTokenType.Number:
                return new AttributeValue { N = ReadNumber() };
            case JsonTokenType.True or JsonTokenType.False:
                return new AttributeValue { BOOL = reader.TokenType == JsonTokenType.True };
            default:
                return new AttributeValue { NULL = true };
        }
    }

    private Dictionary<string, AttributeValue> ReadMembers()
    {
        CheckDepth();
        var members = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText();
            place.Add(name);
            if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > MaxNameBytes)
            {
                throw Refusal("The name of a member must have 1 to 65,535 bytes.");
            }

            if (members.ContainsKey(name))
            {
                throw Refusal("The object has this member twice.");
            }

            reader.Read();
            members.Add(name, ReadValue());
            place.RemoveAt(place.Count - 1);
        }

        return members;
    }

    private List<AttributeValue> ReadElements()
    {
        CheckDepth();
        var elements = new List<AttributeValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            place.Add(elements.Count.ToString(CultureInfo.InvariantCulture));
            elements.Add(ReadValue());
            place.RemoveAt(place.Count - 1);
        }

        return elements;
    }

    private readonly string ReadText()
    {
        string text;
        try
        {
            text = reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw Refusal("The text has half of a surrogate pair, or is not UTF-8.");
        }

        return text.Contains('\0', StringComparison.Ordinal) ? throw Refusal("The text contains U+0000.") : text;
    }

    private readonly string ReadNumber() =>
        DynamoNumber.Normalize(Encoding.ASCII.GetString(reader.ValueSpan), out var number) switch
        {
            NumberProblem.None => number,
            NumberProblem.TooManyDigits => throw Refusal("The number has more than 38 significant digits, and is not rounded."),
            _ => throw Refusal("The number is outside of the table's range, 1E-130 to 9.99E+125."),
        };

    private readonly void CheckDepth()
    {
        if (reader.CurrentDepth >= MaxDepth)
        {
            throw Refusal("The body is nested more than 32 levels deep.");
        }
    }

    private readonly ProblemException Refusal(string detail) => new(Problem.BadRequest(detail, JsonPointer.To(place)));
}
