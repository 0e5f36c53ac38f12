using System.Text;
using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>What an item counts against DynamoDB's limit.</summary>
/// <remarks>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html</remarks>
internal static class ItemSize
{
    public const int Max = 400 * 1024;

    private const int Container = 3;

    public static int Of(Dictionary<string, AttributeValue> item) => item.Sum(attribute => TextSize(attribute.Key) + Of(attribute.Value));

    private static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => TextSize(text),
        { N: { } number } => NumberSize(number),
        { M: { } members } => Container + members.Sum(member => 1 + TextSize(member.Key) + Of(member.Value)),
        { L: { } elements } => Container + elements.Sum(element => 1 + Of(element)),
        { B: { } bytes } => (int)bytes.Length,
        { SS: { } texts } => texts.Sum(TextSize),
        { NS: { } numbers } => numbers.Sum(NumberSize),
        { BS: { } blobs } => blobs.Sum(blob => (int)blob.Length),
        _ => 1,
    };

    private static int TextSize(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>About one byte for two significant digits, and one more; the table itself has the last word.</summary>
    private static int NumberSize(string number)
    {
        var mark = number.IndexOf('E', StringComparison.Ordinal);
        var digits = (mark < 0 ? number : number[..mark]).AsSpan().Trim("-0.").Length;
        return (digits / 2) + 1;
    }
}
