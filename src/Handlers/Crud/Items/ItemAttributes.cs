using System.Buffers.Text;
using System.Security.Cryptography;
using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>The attributes that the handler keeps beside the client's own.</summary>
internal static class ItemAttributes
{
    /// <summary>Names one state of an item. Changed by every write, it is what the ETag is made of.</summary>
    public const string Version = CrudEnvironment.ReservedPrefix + "version";

    private const int VersionBytes = 16;

    public static bool IsReserved(string name) => name.StartsWith(CrudEnvironment.ReservedPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Random, not counted: a counter would start again when an item is deleted and made anew, and an old ETag would
    /// match an item that its holder has never seen. This generator is also the one that differs between the copies of
    /// a snapshot (https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html).
    /// </summary>
    public static string NewVersion() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(VersionBytes));

    /// <summary>The version; none when the item was written by something else.</summary>
    public static string? FindVersion(Dictionary<string, AttributeValue>? item) => item?.GetValueOrDefault(Version)?.S;
}
