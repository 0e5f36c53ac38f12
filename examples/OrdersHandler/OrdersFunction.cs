using System.Text.Json;

namespace OrdersHandler;

/// <summary>
/// A function of one's own behind a CRUD pattern: it gets the same events, environment and permissions as the handler
/// that ships. A stream in and a stream out need no package; <c>AWSSDK.DynamoDBv2</c> is what a real one would add.
/// </summary>
public sealed class OrdersFunction
{
    private readonly string tableName = Environment.GetEnvironmentVariable("TABLE_NAME")
        ?? throw new InvalidOperationException("The environment variable TABLE_NAME is not set.");

    /// <summary>Answers one proxy event of API Gateway with the table that it would ask.</summary>
    /// <param name="input">The event.</param>
    /// <returns>The response.</returns>
    public Stream FunctionHandler(Stream input)
    {
        using var proxyEvent = JsonDocument.Parse(input);
        var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", 200);
            writer.WriteString("body", $$"""{"table":"{{JsonEncodedText.Encode(tableName)}}"}""");
            writer.WriteEndObject();
        }

        output.Position = 0;
        return output;
    }
}
