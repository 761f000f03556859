using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>A change is saved whole or not at all.</summary>
public abstract class CommitSuite(IStateHome home) : StateSuite(home)
{
    private static readonly StateChange Everything = new()
    {
        Couplings = [Sample.FullCoupling(2)],
        RemovedCouplings = [Sample.Coupling(1)],
        NewlyCoupled = [Sample.Coupling(2)],
        Pending = [Sample.Pending(2)],
        Settled = [Sample.Key(Sample.Pending(1))],
        Intents = [new CreateIntent("CUSTOMER", SyncDirection.ToSales, Sample.Bc(3), "name", "Adatum")],
        Jobs = [Sample.Job(1)],
        Errors = [Sample.Error("Refused.")],
        Watermarks = [new Watermark("CUSTOMER", SyncDirection.ToSales, "1")],
        Checkpoints = [new Checkpoint(Sample.Other(1), "CUSTOMER", SyncDirection.ToSales, "1", false)],
        Runs = [Sample.Run(1)],
        ClearFullSyncLines = true,
        FullSyncLines = [Sample.Line("ITEM")],
        Mappings = [Sample.Mapping("CUSTOMER", 1)],
        Settings = new Dictionary<string, string> { ["a"] = "1" },
        Now = Sample.Now,
    };

    private static readonly StateChange Before = new()
    {
        Couplings = [Sample.Coupling(1)],
        Pending = [Sample.Pending(1)],
        FullSyncLines = [Sample.Line("CUSTOMER")],
        Now = Sample.Now,
    };

    [Fact]
    public async Task A_change_that_fails_at_its_end_leaves_everything_as_it_was()
    {
        await SaveAsync(Before);
        var broken = Everything with { Settings = new Dictionary<string, string> { ["a"] = "1", ["b"] = null! } };

        await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync(broken));
        Assert.Equal("C00001 1 CUSTOMER 0 0 0 0 False False False False", await SummaryAsync(Store));
    }

    [Fact]
    public async Task A_change_of_everything_is_seen_whole_by_another_store()
    {
        await SaveAsync(Before);
        await SaveAsync(Everything);

        Assert.Equal("C00002 1 ITEM 1 1 1 1 True True True True", await SummaryAsync(await OpenAnotherAsync()));
    }

    [Fact]
    public async Task A_change_whose_coupling_is_taken_leaves_everything_as_it_was()
    {
        await SaveAsync(Before with { Couplings = [Sample.Coupling(1), Sample.Coupling(3)] });
        await Assert.ThrowsAsync<CouplingTakenException>(
            () => SaveAsync(Everything with { Couplings = [Sample.Coupling(2) with { SalesId = Sample.Sales(3) }] }));

        Assert.Equal("C00001,C00003 1 CUSTOMER 0 0 0 0 False False False False", await SummaryAsync(Store));
    }

    [Fact]
    public async Task A_change_that_is_cancelled_before_it_begins_is_not_saved()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(Everything, cancellation.Token));
        Assert.Empty(await ReadAsync(null));
    }

    [Fact]
    public async Task Reads_that_are_cancelled_before_they_begin_do_not_answer()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        var token = cancellation.Token;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetMappingsAsync(token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Couplings.CountAsync("CUSTOMER", token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Runs.GetAsync(Sample.Other(1), token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ListAsync(Store.Runs.JobsAsync(new JobQuery(), token)));
    }

    [Fact]
    public async Task A_thousand_couplings_with_all_their_values_are_saved_at_once()
    {
        var couplings = Enumerable.Range(1, 1000).Select(Sample.FullCoupling).ToArray();
        await SaveAsync(new StateChange { Couplings = couplings, NewlyCoupled = couplings, Now = Sample.Now });

        var stored = await ReadAsync("CUSTOMER");
        CouplingAssert.SamePairs(couplings, stored);
        CouplingAssert.Same(couplings[^1], stored[^1]);
    }

    [Fact]
    public async Task Changes_of_two_stores_at_once_are_all_saved()
    {
        var other = await OpenAnotherAsync();
        await Task.WhenAll(Enumerable.Range(1, 60).Select(i => (i % 2 == 0 ? Store : other).CommitAsync(
            new StateChange { Couplings = [Sample.Coupling(i)], Now = Sample.Now }, None)));

        CouplingAssert.SamePairs(Enumerable.Range(1, 60).Select(i => Sample.Coupling(i)), await ReadAsync("CUSTOMER"));
    }

    [Fact]
    public async Task An_empty_change_is_no_mistake()
    {
        await SaveAsync(new StateChange { Now = Sample.Now });

        Assert.Empty(await ReadAsync(null));
    }

    private static async Task<string> SummaryAsync(IStateStore store)
    {
        var couplings = await ListAsync(store.Couplings.ReadAsync(null, new CouplingCondition(), None));
        return string.Join(
            ' ',
            string.Join(',', couplings.Select(coupling => coupling.BcNo)),
            (await store.Pending.FindAsync("CUSTOMER", SyncDirection.ToSales, [Sample.Bc(1), Sample.Bc(2)], None)).Count,
            Assert.Single(await store.Runs.FullSyncLinesAsync(None)).Mapping,
            (await store.Pending.IntentsAsync("CUSTOMER", SyncDirection.ToSales, None)).Count,
            (await ListAsync(store.Runs.JobsAsync(new JobQuery(), None))).Count,
            (await ListAsync(store.Runs.ErrorsAsync(new ErrorQuery(), None))).Count,
            (await store.GetMappingsAsync(None)).Count,
            await store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None) is not null,
            await store.Pending.CheckpointAsync(Sample.Other(1), "CUSTOMER", SyncDirection.ToSales, None) is not null,
            await store.Runs.GetAsync(Sample.Other(1), None) is not null,
            await store.GetSettingAsync("a", None) is not null);
    }
}
