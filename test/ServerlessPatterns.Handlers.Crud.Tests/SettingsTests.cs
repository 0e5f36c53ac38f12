namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class SettingsTests
{
    private static readonly Dictionary<string, string> Least = new()
    {
        [CrudEnvironment.TableName] = "table",
        [CrudEnvironment.ResourceName] = "orders",
        [CrudEnvironment.CursorKey] = "0123456789abcdef",
    };

    [Fact]
    public void Read_LeastEnvironment_HasTheDocumentedDefaults()
    {
        var settings = CrudSettings.Read(Least.GetValueOrDefault);

        settings.PartitionKey.Name.ShouldBe("id");
        settings.PartitionKey.Type.ShouldBe(KeyType.Text);
        settings.SortKey.ShouldBeNull();
        settings.Operations.ShouldBe(CrudOperations.All);
        settings.TimeToLiveAttribute.ShouldBeNull();
        settings.DefaultPageSize.ShouldBe(25);
        settings.MaxPageSize.ShouldBe(100);
        settings.MaxBodyBytes.ShouldBe(1_048_576);
        settings.Cors.ShouldBeNull();
    }

    [Theory]
    [InlineData(CrudEnvironment.TableName, "")]
    [InlineData(CrudEnvironment.ResourceName, "")]
    [InlineData(CrudEnvironment.CursorKey, "")]
    [InlineData(CrudEnvironment.CursorKey, "0123456789abcde")]
    [InlineData(CrudEnvironment.Operations, "create,erase")]
    [InlineData(CrudEnvironment.PartitionKeyType, "B")]
    [InlineData(CrudEnvironment.MaxPageSize, "0")]
    [InlineData(CrudEnvironment.MaxPageSize, "1001")]
    [InlineData(CrudEnvironment.DefaultPageSize, "101")]
    [InlineData(CrudEnvironment.MaxBodyBytes, "1 MB")]
    public void Read_WrongVariable_IsNamed(string name, string value) =>
        Should.Throw<InvalidOperationException>(() => CrudSettings.Read(new Dictionary<string, string>(Least) { [name] = value }.GetValueOrDefault))
            .Message.ShouldContain(name);

    [Fact]
    public void Read_WithoutList_NeedsNoCursorKey()
    {
        var environment = new Dictionary<string, string>(Least) { [CrudEnvironment.Operations] = "read, update" };
        environment.Remove(CrudEnvironment.CursorKey);
        CrudSettings.Read(environment.GetValueOrDefault).Operations.ShouldBe(CrudOperations.Read | CrudOperations.Update);
    }
}
