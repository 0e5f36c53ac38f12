using System.Diagnostics;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

public sealed class WarmUpTests(EmulatorFixture emulator)
{
    [Theory]
    [InlineData("create,read,list,replace,update,delete", "", "GetItem")]
    [InlineData("create,read,list,replace,update,delete", "line", "GetItem")]
    [InlineData("list", "", "Scan")]
    [InlineData("list", "line", "Query")]
    [InlineData("create,replace,update,delete", "", "")]
    public async Task WarmUp_ReadsWhatAnOperationMayReadAndNoMore(string operations, string sortKey, string actions)
    {
        await using var table = await TestApi.CreateAsync(emulator, new() { [CrudEnvironment.SortKey] = sortKey });
        await using var api = table.With(new() { [CrudEnvironment.SortKey] = sortKey, [CrudEnvironment.Operations] = operations });

        api.WarmUp();

        string.Join(' ', api.Wire.Actions).ShouldBe(actions);
        api.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task WarmUp_TableThatFailsOrHangs_IsLeftAlone()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        api.Wire.Disturb = _ => new Fault(400, "AccessDeniedException");
        api.WarmUp();

        api.Wire.Disturb = _ => Fault.Hang;
        var start = Stopwatch.GetTimestamp();
        api.WarmUp();
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(6));

        api.Wire.Disturb = _ => null;
        (await api.SendAsync("2.0", new ApiRequest("PUT", "a") { Body = "{}" })).Status.ShouldBe(201);
    }
}
