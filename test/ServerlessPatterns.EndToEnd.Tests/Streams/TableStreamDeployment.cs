using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(Collection)]
public sealed class TableStreamCollection : ICollectionFixture<TableStreamDeployment>
{
    public const string Collection = "TableStream, deployed";
}

/// <summary>The gallery's <c>TableStreamProcessor</c>, with the sample of totals by the customer running.</summary>
public sealed class TableStreamDeployment(GalleryFixture gallery) : FunctionDeployment(gallery, "TableStream")
{
    internal TableStreamSource Source { get; private set; } = null!;

    private string Orders => Stack.Outputs["Table"];

    protected override async Task StartAsync()
    {
        await base.StartAsync();
        Source = await TableStreamSource.OpenAsync(Gallery.Aws, Stack, Running);
    }

    internal static string NewCustomer() => $"c-{Guid.NewGuid():N}";

    /// <summary>Puts an order; one without a total is none.</summary>
    internal Task PutAsync(string id, string customer, decimal? total)
    {
        var item = new Dictionary<string, AttributeValue> { ["id"] = new() { S = id }, ["customerId"] = new() { S = customer } };
        if (total is not null)
        {
            item["total"] = new() { N = total.Value.ToString(CultureInfo.InvariantCulture) };
        }

        return Gallery.Aws.DynamoDb.PutItemAsync(Orders, item);
    }

    internal Task DeleteAsync(string id) => Gallery.Aws.DynamoDb.DeleteItemAsync(Orders, new() { ["id"] = new() { S = id } });

    /// <summary>How many orders, and their sum.</summary>
    internal async Task<string?> TotalsAsync(string customer)
    {
        var item = (await TotalsAsync()).SingleOrDefault(item => item["id"]!["S"]!.GetValue<string>() == $"customer#{customer}");
        return item is null ? null : $"{item["orders"]!["N"]!.GetValue<string>()} {item["revenue"]!["N"]!.GetValue<string>()}";
    }

    internal Task<IReadOnlyList<JsonObject>> TotalsAsync() => Gallery.Aws.ScanAsync(Stack.Outputs["TotalsTable"]);
}
