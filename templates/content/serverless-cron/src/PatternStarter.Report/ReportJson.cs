using System.Text.Json.Serialization;

namespace PatternStarter.Report;

// Generated code reads and writes JSON faster in a cold start than reflection does.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WrittenReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
