using System.Text.Json.Serialization;

namespace NightlyReport;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportSummary))]
internal sealed partial class ReportJson : JsonSerializerContext;
