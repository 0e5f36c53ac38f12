using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events;

/// <summary>What was put on a Kinesis stream.</summary>
public sealed record KinesisData
{
    /// <summary>Where the record stands in its shard: a decimal number of up to 128 digits.</summary>
    public required string SequenceNumber { get; init; }

    /// <summary>The producer's key, which chose the shard.</summary>
    public string PartitionKey { get => field ?? ""; init; }

    /// <summary>The data; base64 in the event.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>When the stream took the record, to the millisecond; seconds since 1970 with a fraction in the event.</summary>
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset ApproximateArrivalTimestamp { get; init; }

    /// <summary>The version of the record's form.</summary>
    public string? KinesisSchemaVersion { get; init; }

    /// <summary><c>KMS</c>, or none without a key.</summary>
    public string? EncryptionType { get; init; }

    /// <summary>Reads the data as JSON.</summary>
    /// <typeparam name="T">What the data is.</typeparam>
    /// <param name="type">How it is read: a member of a <see cref="JsonSerializerContext"/> of yours.</param>
    /// <returns>The value, which is never null.</returns>
    /// <exception cref="JsonException">The data is not JSON, or not of this type.</exception>
    public T ReadData<T>(JsonTypeInfo<T> type)
        where T : notnull =>
        JsonExtensions.Require(JsonSerializer.Deserialize(Data.Span, type));
}
