using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Http;

namespace ServerlessPatterns.Handlers.Crud.Storage;

/// <summary>
/// The place where a page begins, signed for its table, resource and partition. The signature keeps clients from
/// depending on what is inside, and from starting elsewhere; it hides nothing that the last page did not show.
/// </summary>
internal sealed class Cursor(CrudSettings settings)
{
    private const string Version = "1";
    private const int SignatureBytes = 16;

    public string Write(ItemKey last, string? partition)
    {
        var texts = Encode(last.Texts(settings));
        return Base64Url.EncodeToString([.. Sign(texts, partition), .. texts]);
    }

    /// <summary>The key after which the page begins; a cursor that was not made here for this list is refused.</summary>
    public ItemKey Read(string text, string? partition)
    {
        if (Base64Url.IsValid(text))
        {
            var bytes = Base64Url.DecodeFromChars(text);
            // Unused bits at the end would give one cursor several spellings.
            if (bytes.Length > SignatureBytes && Base64Url.EncodeToString(bytes) == text)
            {
                var texts = bytes.AsSpan(SignatureBytes);
                if (CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureBytes), Sign(texts, partition)))
                {
                    return ReadKey(bytes.AsMemory(SignatureBytes));
                }
            }
        }

        throw new ProblemException(Problem.BadRequest("The cursor is not one that this list gave out."));
    }

    private byte[] Sign(ReadOnlySpan<byte> texts, string? partition)
    {
        byte[] scope = Encode([Version, settings.TableName, settings.ResourceName, partition ?? ""]);
        byte[] signed = [.. scope, .. texts];
        return HMACSHA256.HashData(settings.CursorKey, signed)[..SignatureBytes];
    }

    private ItemKey ReadKey(ReadOnlyMemory<byte> json)
    {
        using var texts = JsonDocument.Parse(json);
        var key = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        KeyAttribute?[] attributes = [settings.PartitionKey, settings.SortKey];
        foreach (var (attribute, text) in attributes.Zip(texts.RootElement.EnumerateArray()))
        {
            if (attribute is not null)
            {
                key[attribute.Name] = attribute.Type == KeyType.Number
                    ? new AttributeValue { N = text.GetString() }
                    : new AttributeValue { S = text.GetString() };
            }
        }

        return new ItemKey(key);
    }

    private static byte[] Encode(IEnumerable<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var text in texts)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
