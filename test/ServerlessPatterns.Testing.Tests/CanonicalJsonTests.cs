using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing.Tests;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void File_Members_AreSortedIndentedAndEndWithOneNewLine() =>
        CanonicalJson.File(JsonNode.Parse("""{ "b": [1, {}], "B": [], "a": { "x": null, "w": true } }"""))
            .ShouldBe("{\n  \"B\": [],\n  \"a\": {\n    \"w\": true,\n    \"x\": null\n  },\n  \"b\": [\n    1,\n    {}\n  ]\n}\n");

    [Theory]
    [InlineData("\"<&> ü 🚀 '\"")]
    [InlineData("\"quote \\\" slash / backslash \\\\ lines \\r\\n\\t\"")]
    [InlineData("\"\\u0000\\u0008\\u007f\\u2028\"")]
    [InlineData("true")]
    public void Line_Value_IsWrittenAsPlainlyAsJsonAllows(string json) =>
        CanonicalJson.Line(JsonNode.Parse(json)).ShouldBe(json);

    [Theory]
    [InlineData("3", "3")]
    [InlineData("3.0", "3")]
    [InlineData("3e2", "300")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("1e300", "1E+300")]
    public void Line_Number_HasOneForm(string json, string written) =>
        CanonicalJson.Line(JsonNode.Parse(json)).ShouldBe(written);

    [Fact]
    public void Line_NumberMadeInCode_HasTheSameForm() => CanonicalJson.Line(JsonValue.Create(3.0)).ShouldBe("3");
}
