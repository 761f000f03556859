using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Engine.Tests.Runs;

/// <summary>A worker sends for the run that leads, and for nobody else.</summary>
public sealed class TenureGuardTests
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_worker_sends_while_the_run_it_works_for_has_the_mapping_and_not_once_another_took_it()
    {
        await using var store = await SqliteStateStore.OpenAsync(null, TimeProvider.System, default);
        var leader = await store.ClaimAsync("mapping:CUSTOMER", "a", Term, default);
        var guard = new TenureGuard(store, leader.Fence);
        await guard.RequireAsync();

        await store.ReleaseAsync(leader.Fence, default);
        await store.ClaimAsync("mapping:CUSTOMER", "b", Term, default);

        var lost = await Assert.ThrowsAsync<ClaimLostException>(guard.RequireAsync);
        Assert.Equal(leader.Fence, lost.Fence);
    }
}
