using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>Writes attributes as JSON, without the handler's own.</summary>
internal static class ItemJsonWriter
{
    /// <summary>The JSON is never put into HTML, where characters like <c>&lt;</c> would need an escape.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter writer, Dictionary<string, AttributeValue> item)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in item)
        {
            if (!ItemAttributes.IsReserved(name))
            {
                writer.WritePropertyName(name);
                WriteValue(writer, value);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Binary values and sets, which only other writers store, are base64 text and arrays.</summary>
    private static void WriteValue(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                writer.WriteStringValue(text);
                break;
            case { N: { } number }:
                WriteNumber(writer, number);
                break;
            case { BOOL: { } flag }:
                writer.WriteBooleanValue(flag);
                break;
            case { M: { } members }:
                WriteMembers(writer, members);
                break;
            case { L: { } elements }:
                WriteArray(writer, elements, WriteValue);
                break;
            case { B: { } bytes }:
                writer.WriteBase64StringValue(bytes.ToArray());
                break;
            case { SS: { } texts }:
                WriteArray(writer, texts, static (output, text) => output.WriteStringValue(text));
                break;
            case { NS: { } numbers }:
                WriteArray(writer, numbers, WriteNumber);
                break;
            case { BS: { } blobs }:
                WriteArray(writer, blobs, static (output, blob) => output.WriteBase64StringValue(blob.ToArray()));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, Dictionary<string, AttributeValue> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, List<T> elements, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var element in elements)
        {
            write(writer, element);
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string number)
    {
        if (DynamoNumber.Normalize(number, out var normalized) == NumberProblem.None)
        {
            writer.WriteRawValue(normalized, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(number);
        }
    }
}
