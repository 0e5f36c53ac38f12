using System.Text;
using ServerlessPatterns.Handlers.Crud.Items;

namespace ServerlessPatterns.Handlers.Crud.Tests.Items;

public sealed class ItemSizeTests
{
    /// <summary>Counted by hand from the page that the class names.</summary>
    [Theory]
    [InlineData("""{"id":"é"}""", 4)]
    [InlineData("""{"n":12345}""", 4)]
    [InlineData("""{"n":-1.5}""", 3)]
    [InlineData("""{"n":100000}""", 2)]
    [InlineData("""{"b":true,"z":null}""", 4)]
    [InlineData("""{"l":[]}""", 4)]
    [InlineData("""{"l":["a","b"]}""", 8)]
    [InlineData("""{"m":{"k":"v"}}""", 7)]
    public void Of_Item_IsWhatDynamoDbCounts(string json, int size) => ItemSize.Of(ItemJsonReader.Read(Encoding.UTF8.GetBytes(json))).ShouldBe(size);
}
