using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Delivery;

/// <summary>The ARNs that the policies of a template allow to assume, with the pseudo parameters filled in.</summary>
internal static class BootstrapPermissions
{
    public static IReadOnlyList<string> Of(Synthesized template, string partition = "aws", string account = "123456789012", string region = "us-east-1")
    {
        var statement = template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]!.AsArray().ShouldHaveSingleItem()!;
        statement.AsObject().Select(member => member.Key).ShouldBe(["Action", "Effect", "Resource"]);
        ((string?)statement["Action"]).ShouldBe("sts:AssumeRole");
        ((string?)statement["Effect"]).ShouldBe("Allow");
        return [.. Each(statement["Resource"]!).Select(resource => Text(resource!)
            .Replace("AWS::Partition", partition, StringComparison.Ordinal)
            .Replace("AWS::AccountId", account, StringComparison.Ordinal)
            .Replace("AWS::Region", region, StringComparison.Ordinal))];
    }

    private static JsonArray Each(JsonNode resources) => resources as JsonArray ?? [resources.DeepClone()];

    private static string Text(JsonNode value) => value is JsonObject reference
        ? (string?)reference["Ref"] ?? string.Concat(reference["Fn::Join"]![1]!.AsArray().Select(part => Text(part!)))
        : (string)value!;
}
