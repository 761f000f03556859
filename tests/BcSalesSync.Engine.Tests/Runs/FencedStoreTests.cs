using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Engine.Tests.Runs;

/// <summary>A run saves under its own claim, and under those that its parts hold besides.</summary>
public sealed class FencedStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, true)]
    [InlineData("fullsync", false)]
    [InlineData("part", false)]
    public async Task A_change_stands_only_under_the_claim_of_the_run_and_its_own(string? lost, bool stands)
    {
        await using var store = await SqliteStateStore.OpenAsync(null, TimeProvider.System, default);
        var run = await store.ClaimAsync("fullsync", "a", TimeSpan.FromMinutes(2), default);
        var part = await store.ClaimAsync("part", "a", TimeSpan.FromMinutes(2), default);
        var change = new StateChange { Settings = new Dictionary<string, string> { ["setup"] = "new" }, Fences = [part.Fence], Now = Now };
        if (lost is not null)
            await store.ReleaseAsync(lost == "part" ? part.Fence : run.Fence, default);

        var refused = await Record.ExceptionAsync(() => new FencedStore(store, run.Fence).CommitAsync(change, default));

        Assert.Equal(lost, (refused as ClaimLostException)?.Fence.Resource);
        Assert.Equal(stands ? "new" : null, await store.GetSettingAsync("setup", default));
    }
}
