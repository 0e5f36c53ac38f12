using System.Text;
using System.Text.Json;
using ServerlessPatterns.Handlers.Crud.Items;

namespace ServerlessPatterns.Handlers.Crud.Tests.Items;

/// <summary>RFC 7396, appendix A, as far as both sides are objects: an item is one.</summary>
public sealed class MergePatchTests
{
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", """{}""")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("""{"a":"foo"}""", """{"a":{"b":null,"c":[null]}}""", """{"a":{"c":[null]}}""")]
    [InlineData("""{}""", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    [InlineData("""{"a":{"b":1}}""", """{}""", """{"a":{"b":1}}""")]
    public void Apply_ExampleOfTheRfc_HasItsResult(string target, string patch, string expected)
    {
        var before = ItemJsonReader.Read(Encoding.UTF8.GetBytes(target));

        Write(MergePatch.Apply(before, ItemJsonReader.Read(Encoding.UTF8.GetBytes(patch)))).ShouldBe(expected);

        Write(before).ShouldBe(target, "a patch may be applied again");
    }

    private static string Write(Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> item)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, ItemJsonWriter.Options))
        {
            ItemJsonWriter.Write(writer, item);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
