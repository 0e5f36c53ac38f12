namespace ServerlessPatterns.EndToEnd.Tests;

public sealed class CrudListTests(CrudDeployment deployment) : CrudTests(deployment)
{
    [Fact]
    public async Task Get_Collection_PagesThroughAllItemsOnce()
    {
        var ids = new List<string>();
        for (var number = 0; number < 7; number++)
        {
            ids.Add((await CreateAsync()).Id);
        }

        var pages = new List<List<string>>();
        string? cursor = null;
        do
        {
            var page = (await ListAsync(cursor is null ? [("limit", "3")] : [("limit", "3"), ("cursor", cursor)])).ShouldBe(200);
            pages.Add([.. page.Json["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())]);
            cursor = page.Json["cursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        pages.Count.ShouldBeGreaterThan(2);
        pages.ShouldAllBe(page => page.Count <= 3);
        var found = pages.SelectMany(page => page).ToList();
        found.ShouldBeUnique();
        ids.ShouldBeSubsetOf(found);
    }

    [Fact]
    public async Task Get_CursorThatTheApiDidNotGive_IsRefused()
    {
        await CreateAsync();
        await CreateAsync();
        var cursor = (await ListAsync(("limit", "1"))).Json["cursor"]!.GetValue<string>();
        (await ListAsync(("cursor", cursor))).ShouldBe(200);

        // In the middle: the last character of base64 holds bits that say nothing.
        var middle = cursor.Length / 2;
        var changed = cursor[..middle] + (cursor[middle] == 'A' ? 'B' : 'A') + cursor[(middle + 1)..];
        foreach (var other in new[] { changed, cursor[..^4], "e30", "?" })
        {
            (await ListAsync(("cursor", other))).ShouldBeProblem(400);
        }
    }

    [Theory]
    [InlineData("0"), InlineData("101"), InlineData("ten")]
    public async Task Get_LimitOutOfRange_IsRefused(string limit) => (await ListAsync(("limit", limit))).ShouldBeProblem(400);

    private Task<ApiAnswer> ListAsync(params (string Name, string Value)[] query) => SendAsync(new ApiCall("GET", "/orders") { Query = query });
}
