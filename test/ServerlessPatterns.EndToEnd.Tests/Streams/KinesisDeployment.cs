using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(Collection)]
public sealed class KinesisCollection : ICollectionFixture<KinesisDeployment>
{
    public const string Collection = "KinesisStream, deployed";
}

/// <summary>The gallery's <c>KinesisStreamProcessor</c>, with the sample of aggregates by the minute running.</summary>
public sealed class KinesisDeployment(GalleryFixture gallery) : FunctionDeployment(gallery, "KinesisStream")
{
    private const string Minute = "2026-11-21T10:15Z";

    internal KinesisSource Source { get; private set; } = null!;

    internal string Table => Stack.Outputs["Table"];

    protected override async Task StartAsync()
    {
        await base.StartAsync();
        Source = await KinesisSource.OpenAsync(Gallery.Aws, Stack, Running);
    }

    internal static string NewSensor() => $"sensor-{Guid.NewGuid():N}";

    internal async Task PutAsync(string sensor, params decimal[] values)
    {
        foreach (var value in values)
        {
            await Source.PutAsync(sensor, new JsonObject { ["sensor"] = sensor, ["at"] = "2026-11-21T10:15:30Z", ["value"] = value }.ToJsonString());
        }
    }

    /// <summary>Count, sum, least and greatest value.</summary>
    internal async Task<string?> AggregateAsync(string sensor)
    {
        var item = (await Gallery.Aws.ScanAsync(Table)).SingleOrDefault(item =>
            item["sensor"]!["S"]!.GetValue<string>() == sensor && item["minute"]!["S"]!.GetValue<string>() == Minute);
        return item is null ? null : string.Join(' ', new[] { "count", "sum", "min", "max" }.Select(name => item[name]!["N"]!.GetValue<string>()));
    }
}
