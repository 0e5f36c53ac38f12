using System.Text;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class CursorTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Cursor_AnyChangedCharacter_IsRefused()
    {
        await using var api = await emulator.FillAsync(3);
        var cursor = (await api.ListAsync("2.0", "1")).Json["cursor"]!.GetValue<string>();
        for (var index = 0; index < cursor.Length; index++)
        {
            var changed = new StringBuilder(cursor) { [index] = cursor[index] == 'A' ? 'B' : 'A' }.ToString();
            (await api.ListAsync("2.0", "1", changed)).ShouldBeProblem(400);
        }

        foreach (var changed in new[] { "", "A", "!!!!", cursor + "A", cursor + "=", cursor[..^1], cursor + " ", "💥" })
        {
            (await api.ListAsync("2.0", "1", changed)).ShouldBeProblem(400);
        }

        (await api.ListAsync("1.0", "1", cursor)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Cursor_OfAnotherTableResourceOrKey_IsRefused()
    {
        await using var api = await emulator.FillAsync(3);
        await using var other = await emulator.FillAsync(3);
        var cursor = (await other.ListAsync("2.0", "1")).Json["cursor"]!.GetValue<string>();
        (await api.ListAsync("2.0", "1", cursor)).ShouldBeProblem(400);

        await using var rekeyed = other.With(new() { [CrudEnvironment.CursorKey] = "another key, of another stack" });
        (await rekeyed.ListAsync("2.0", "1", cursor)).ShouldBeProblem(400);
        (await other.ListAsync("2.0", "2", cursor)).Status.ShouldBe(200, "the page size may change from page to page");
    }

    [Fact]
    public async Task Cursor_OfAnotherPartition_IsRefused()
    {
        await using var api = await emulator.FillPartitionsAsync();
        var cursor = (await api.ListAsync("2.0", "1", null, "p")).Json["cursor"]!.GetValue<string>();

        (await api.ListAsync("2.0", "1", cursor, "q")).ShouldBeProblem(400);
        (await api.ListAsync("2.0", "1", cursor, "p")).Status.ShouldBe(200);
    }
}
