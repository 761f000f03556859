using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Unsettled records.</summary>
public abstract class PendingSuite(IStateHome home) : StateSuite(home)
{
    [Fact]
    public async Task A_pending_record_comes_back_with_every_member_and_what_it_waits_for()
    {
        var record = Sample.Pending(1) with
        {
            SourceName = "C00001",
            Class = FailureClass.DependencyMissing,
            ErrorId = "BcSync.Record.DependencyMissing",
            Message = "salesperson refers to 'JO', which is not coupled.",
            Attempts = 3,
            NextTry = Sample.Now.AddTicks(1),
            WaitsFor =
            [
                new AwaitedReference("CURRENCY", SystemSide.BusinessCentral, "eur"),
                new AwaitedReference("SALESPEOPLE", SystemSide.Sales, Sample.Sales(5).ToString("D")),
            ],
        };
        await SaveAsync(record);

        var stored = Assert.Single(await FindAsync(1));
        Assert.Equal(record with { WaitsFor = stored.WaitsFor }, stored);
        Assert.Equal(record.WaitsFor.ToHashSet(), stored.WaitsFor.ToHashSet());
    }

    [Fact]
    public async Task A_parked_record_comes_back_with_its_nulls()
    {
        var record = Sample.Pending(1, SyncDirection.ToBusinessCentral) with { Parked = true, NextTry = null };
        await SaveAsync(record);

        Assert.Equal(record, Assert.Single(await FindAsync(SyncDirection.ToBusinessCentral, record.SourceId)));
    }

    [Fact]
    public async Task Saving_again_replaces_the_record_and_what_it_waits_for()
    {
        await SaveAsync(Sample.Pending(1) with { Message = "old", WaitsFor = [new("CURRENCY", SystemSide.BusinessCentral, "EUR")] });
        await SaveAsync(Sample.Pending(1) with { Attempts = 2, WaitsFor = [new("CURRENCY", SystemSide.BusinessCentral, "USD")] });

        var stored = Assert.Single(await FindAsync(1));
        Assert.Equal((null, 2, "USD"), (stored.Message, stored.Attempts, Assert.Single(stored.WaitsFor).Key));
    }

    [Fact]
    public async Task Due_records_come_oldest_first_and_at_most_so_many()
    {
        await SaveAsync(
            Sample.Pending(1) with { NextTry = Sample.Now },
            Sample.Pending(2) with { NextTry = Sample.Now.AddHours(-2) },
            Sample.Pending(3) with { NextTry = Sample.Now.AddTicks(1) },
            Sample.Pending(4) with { NextTry = null, Parked = true },
            Sample.Pending(5) with { NextTry = Sample.Now.AddHours(-1) });

        Assert.Equal([Sample.Bc(2), Sample.Bc(5), Sample.Bc(1)], await DueAsync(int.MaxValue));
        Assert.Equal([Sample.Bc(2), Sample.Bc(5)], await DueAsync(2));
    }

    [Fact]
    public async Task Due_records_are_those_of_the_mapping_and_direction()
    {
        await SaveAsync(
            Sample.Pending(1), Sample.Pending(2, SyncDirection.ToBusinessCentral), Sample.Pending(3) with { Mapping = "VENDOR" });

        Assert.Equal([Sample.Bc(1)], await DueAsync(10));
    }

    [Fact]
    public async Task Due_records_bring_what_they_wait_for()
    {
        var awaited = new AwaitedReference("CURRENCY", SystemSide.BusinessCentral, "EUR");
        await SaveAsync(Sample.Pending(1) with { WaitsFor = [awaited] }, Sample.Pending(2));

        var due = await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToSales, Sample.Now, 10, None);
        Assert.Equal([[awaited], []], due.Select(record => record.WaitsFor.ToArray()));
    }

    [Fact]
    public async Task Records_are_found_by_id_whether_due_or_not()
    {
        await SaveAsync(Sample.Pending(1), Sample.Pending(2) with { NextTry = null, Parked = true }, Sample.Pending(3));

        Assert.Equal([Sample.Bc(1), Sample.Bc(2)], (await FindAsync(1, 2, 9)).Select(record => record.SourceId).Order());
        Assert.Empty(await FindAsync(SyncDirection.ToSales));
    }

    [Fact]
    public async Task A_settled_record_is_gone_and_its_neighbours_stay()
    {
        PendingRecord[] records = [Sample.Pending(1), Sample.Pending(1) with { Mapping = "VENDOR" }, Sample.Pending(2)];
        await SaveAsync(records);
        await SaveAsync(new StateChange { Settled = [Sample.Key(records[0]), Sample.Key(Sample.Pending(9))], Now = Sample.Now });

        Assert.Equal([Sample.Bc(2)], await DueAsync(10));
        Assert.Single(await Store.Pending.FindAsync("VENDOR", SyncDirection.ToSales, [Sample.Bc(1)], None));
    }

    [Fact]
    public async Task A_record_that_is_settled_and_pending_in_one_change_is_pending()
    {
        await SaveAsync(Sample.Pending(1) with { Message = "old" });
        var again = Sample.Pending(1) with { Message = "new" };
        await SaveAsync(new StateChange { Settled = [Sample.Key(again)], Pending = [again], Now = Sample.Now });

        Assert.Equal("new", Assert.Single(await FindAsync(1)).Message);
    }

    [Fact]
    public async Task A_thousand_records_are_saved_found_and_settled_at_once()
    {
        PendingRecord[] records = [.. Enumerable.Range(1, 1000).Select(i => Sample.Pending(i))];
        await SaveAsync(records);
        Assert.Equal(1000, (await FindAsync([.. Enumerable.Range(1, 1000)])).Count);

        await SaveAsync(new StateChange { Settled = [.. records.Select(Sample.Key)], Now = Sample.Now });
        Assert.Empty(await DueAsync(10));
    }

    private Task<IReadOnlyList<PendingRecord>> FindAsync(params int[] numbers) =>
        FindAsync(SyncDirection.ToSales, [.. numbers.Select(Sample.Bc)]);

    private Task<IReadOnlyList<PendingRecord>> FindAsync(SyncDirection direction, params Guid[] ids) =>
        Store.Pending.FindAsync("CUSTOMER", direction, ids, None);

    private async Task<Guid[]> DueAsync(int limit) =>
        [.. (await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToSales, Sample.Now, limit, None)).Select(record => record.SourceId)];
}
