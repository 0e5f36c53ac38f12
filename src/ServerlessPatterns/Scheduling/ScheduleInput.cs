using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessPatterns;

/// <summary>What a scheduled function is called with.</summary>
internal static class ScheduleInput
{
    // Scheduler's own placeholders, and the CDK's, must stand in the text as they are.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html
    // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html
    private const int MostBytes = 256 * 1024;
    private const int MostCharactersOfRule = 8192;

    public static string? Write(object? input) => input switch
    {
        null => null,
        string json => json,
        _ => JsonSerializer.Serialize(input, Plain),
    };

    public static void Check(Checks checks, ScheduledFunctionProps props)
    {
        const string Property = nameof(props.Input);
        string? json;
        try
        {
            json = Write(props.Input);
            if (json is not null && !Tokens.IsUnresolved(json))
            {
                using var read = JsonDocument.Parse(json);
            }
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            checks.Add(ErrorCodes.ScheduleInput, Property, exception.Message, "JSON text, or a value that System.Text.Json can write", "Give an anonymous object, a dictionary, a record or a JsonNode.");
            return;
        }

        if (json is null)
        {
            return;
        }

        var isRule = props.Engine == ScheduleEngine.Rule;
        var size = isRule ? json.Length : System.Text.Encoding.UTF8.GetByteCount(json);
        checks.Require(
            size <= (isRule ? MostCharactersOfRule : MostBytes),
            ErrorCodes.ScheduleInput,
            Property,
            isRule ? $"{size} characters of JSON" : $"{size} bytes of JSON",
            isRule ? $"{MostCharactersOfRule} characters with a rule" : $"{MostBytes} bytes",
            "Keep large input in an object, and pass its key.");
        checks.Require(
            !isRule || !json.Contains("<aws.scheduler.", StringComparison.Ordinal),
            ErrorCodes.ScheduleEngineUnable,
            Property,
            "a placeholder of Scheduler",
            "input without placeholders: a rule passes it on as it is",
            "Leave out Engine, or Input: the event of a rule has the time of the run.");
    }
}
