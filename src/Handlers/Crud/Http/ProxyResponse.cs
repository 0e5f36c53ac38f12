using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using ServerlessPatterns.Handlers.Crud.Items;

namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>A response in the form that both payload formats share.</summary>
internal sealed class ProxyResponse(int status)
{
    private readonly ArrayBufferWriter<byte> body = new();

    public int Status { get; } = status;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public ReadOnlySpan<byte> Body => body.WrittenSpan;

    public static ProxyResponse WithItem(int status, Dictionary<string, AttributeValue> item)
    {
        var response = WithJson(status, "application/json", writer => ItemJsonWriter.Write(writer, item));
        response.SetEntityTag(ItemAttributes.FindVersion(item));
        return response;
    }

    public static ProxyResponse WithJson(int status, string contentType, Action<Utf8JsonWriter> write)
    {
        var response = new ProxyResponse(status);
        response.Headers["Content-Type"] = contentType;
        response.Headers["X-Content-Type-Options"] = "nosniff";
        using var writer = new Utf8JsonWriter(response.body, ItemJsonWriter.Options);
        write(writer);
        return response;
    }

    public static ProxyResponse WithProblem(Problem problem, string requestId)
    {
        var response = WithJson(problem.Status, "application/problem+json", writer => Write(writer, problem, requestId));
        foreach (var (name, value) in problem.Headers)
        {
            response.Headers[name] = value;
        }

        return response;
    }

    public void SetEntityTag(string? version)
    {
        if (version is not null)
        {
            Headers["ETag"] = $"\"{version}\"";
        }

        // Any cache has to ask again, with the ETag, before it uses what it holds.
        Headers["Cache-Control"] = "private, no-cache";
    }

    public MemoryStream ToStream()
    {
        var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, ItemJsonWriter.Options);
        writer.WriteStartObject();
        writer.WriteNumber("statusCode"u8, Status);
        writer.WriteStartObject("headers"u8);
        foreach (var (name, value) in Headers)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteString("body"u8, Body);
        writer.WriteBoolean("isBase64Encoded"u8, value: false);
        writer.WriteEndObject();
        writer.Flush();
        stream.Position = 0;
        return stream;
    }

    private static void Write(Utf8JsonWriter writer, Problem problem, string requestId)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "about:blank"u8);
        writer.WriteString("title"u8, problem.Title);
        writer.WriteNumber("status"u8, problem.Status);
        writer.WriteString("detail"u8, problem.Detail);
        writer.WriteString("requestId"u8, requestId);
        if (problem.Pointer is not null)
        {
            writer.WriteStartArray("errors"u8);
            writer.WriteStartObject();
            writer.WriteString("detail"u8, problem.Detail);
            writer.WriteString("pointer"u8, problem.Pointer);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
