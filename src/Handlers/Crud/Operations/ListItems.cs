using System.Globalization;
using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Items;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud.Operations;

/// <summary><c>GET</c> of a collection: a page of all items, or of one partition's when the table has a sort key.</summary>
internal sealed class ListItems(CrudSettings settings, ItemTable table, Cursor cursors) : IOperation
{
    // Lambda's response may have 6 MB, and quotes and control characters grow when the body becomes a JSON text itself.
    private const int FullPageBytes = 1_500_000;

    public async Task<ProxyResponse> RunAsync(ProxyRequest request, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var limit = ReadLimit(request.Parameter("limit"));
        var partition = keys.Count == 0 ? null : settings.PartitionKey.FromPath(keys[0]);
        var scope = partition is null ? null : settings.PartitionKey.ToText(partition);
        var after = request.Parameter("cursor") is { } cursor ? cursors.Read(cursor, scope) : null;
        var page = partition is null
            ? await table.ScanAsync(limit, after, cancellation).ConfigureAwait(false)
            : await table.QueryAsync(partition, limit, after, cancellation).ConfigureAwait(false);
        return Write(page, scope);
    }

    private ProxyResponse Write(ItemPage page, string? scope) =>
        ProxyResponse.WithJson(200, "application/json", writer =>
        {
            var last = page.Last;
            writer.WriteStartObject();
            writer.WriteStartArray("items"u8);
            for (var index = 0; index < page.Items.Count; index++)
            {
                ItemJsonWriter.Write(writer, page.Items[index]);
                if (writer.BytesCommitted + writer.BytesPending >= FullPageBytes && index < page.Items.Count - 1)
                {
                    last = ItemKey.Of(page.Items[index], settings);
                    break;
                }
            }

            writer.WriteEndArray();
            writer.WriteString("cursor"u8, last is null ? null : cursors.Write(last, scope));
            writer.WriteEndObject();
        });

    private int ReadLimit(string? text)
    {
        if (text is null)
        {
            return settings.DefaultPageSize;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= settings.MaxPageSize
            ? limit
            : throw new ProblemException(Problem.BadRequest($"limit must be a whole number from 1 to {settings.MaxPageSize}."));
    }
}
