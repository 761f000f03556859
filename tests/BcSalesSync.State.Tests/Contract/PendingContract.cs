using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Tests.Contract;

public abstract class PendingContract(IStateHome home) : StateContract(home)
{
    [Fact]
    public async Task A_pending_record_comes_back_with_what_it_waits_for()
    {
        AwaitedReference[] waits = [
            new("SALESPEOPLE", SystemSide.BusinessCentral, "jo"), new("CURRENCY", SystemSide.Sales, Id(4).ToString("D"))];
        var saved = Pending(1, Now) with
        {
            SourceName = "C00001",
            Class = FailureClass.DependencyMissing,
            ErrorId = "BcSync.Record.DependencyMissing",
            Message = "salesperson refers to 'jo'.",
            Attempts = 2,
            WaitsFor = waits,
        };
        await SaveAsync(saved);

        var read = Assert.Single(await Store.Pending.FindAsync("CUSTOMER", SyncDirection.ToSales, [Id(1), Id(2)], None));

        Assert.Equal(waits, read.WaitsFor);
        Assert.Equal(saved with { WaitsFor = [] }, read with { WaitsFor = [] });
    }

    [Fact]
    public async Task A_pending_record_is_replaced_together_with_what_it_waits_for()
    {
        var first = new AwaitedReference("CURRENCY", SystemSide.BusinessCentral, "EUR");
        await SaveAsync(Pending(1, Now) with { WaitsFor = [first, first with { Key = "USD" }], Attempts = 1 });

        await SaveAsync(Pending(1, Now) with { WaitsFor = [first], Attempts = 2 });

        var read = Assert.Single(await Store.Pending.FindAsync("CUSTOMER", SyncDirection.ToSales, [Id(1)], None));
        Assert.Equal((2, first), (read.Attempts, Assert.Single(read.WaitsFor)));
    }

    [Fact]
    public async Task Due_records_come_oldest_first_and_no_more_than_asked_for()
    {
        await SaveAsync(
            Pending(1, Now.AddMinutes(-1)), Pending(2, Now.AddMinutes(-3)), Pending(3, Now), Pending(4, Now.AddTicks(1)),
            Pending(5, null), Pending(6, null) with { Parked = true },
            Pending(7, Now, mapping: "CONTACT"), Pending(8, Now, direction: SyncDirection.ToBusinessCentral));

        var due = await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToSales, new DueQuery(Now, int.MaxValue), None);
        var oldest = await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToSales, new DueQuery(Now, 1), None);

        Assert.Equal([Id(2), Id(1), Id(3)], due.Select(record => record.SourceId));
        Assert.Equal(Id(2), Assert.Single(oldest).SourceId);
    }

    [Fact]
    public async Task Records_that_failed_come_page_by_page_whether_they_are_due_or_parked()
    {
        await SaveAsync([.. Enumerable.Range(1, 1100).Select(number => Pending(number, null) with { Attempts = 1, Parked = true })]);
        await SaveAsync(
            Pending(1, Now, direction: SyncDirection.ToBusinessCentral) with { Attempts = 3 },
            Pending(2001, Now), Pending(2002, Now, mapping: "CONTACT") with { Attempts = 1 });

        var read = new List<PendingRecord>();
        await foreach (var page in Store.Pending.FailedAsync("CUSTOMER", None))
            read.AddRange(page);

        Assert.Equal(1101, read.DistinctBy(record => (record.Direction, record.SourceId)).Count());
        Assert.Equal(1101, read.Count);
        Assert.All(read, record => Assert.Equal(("CUSTOMER", true), (record.Mapping, record.Attempts > 0)));
    }

    [Fact]
    public async Task A_settled_record_is_gone_and_its_waits_free_nobody()
    {
        await SaveAsync(Pending(1, null) with { WaitsFor = [new("CURRENCY", SystemSide.BusinessCentral, "EUR")] });
        await Store.CommitAsync(new StateChange { Settled = [new("CUSTOMER", SyncDirection.ToSales, Id(1))], Now = Now }, None);
        await SaveAsync(Pending(1, null));

        await CoupleAsync(Euro());

        Assert.Null((await FindAsync(1)).NextTry);
    }

    [Theory]
    [InlineData(SystemSide.BusinessCentral, "eur")]
    [InlineData(SystemSide.BusinessCentral, "00000009-0000-0000-0000-000000000000")]
    [InlineData(SystemSide.Sales, "000f4249-0000-0000-0000-000000000000")]
    public async Task Who_waits_for_a_record_is_due_once_it_is_coupled_parked_or_not(SystemSide side, string key)
    {
        await SaveAsync(
            Pending(1, null) with { Parked = true, WaitsFor = [new("CURRENCY", side, key)] },
            Pending(2, Now.AddHours(1)) with { WaitsFor = [new("COUNTRY", SystemSide.Sales, "x"), new("CURRENCY", side, key)] },
            Pending(3, null) with { Parked = true, WaitsFor = [new("COUNTRY", side, key)] });

        await CoupleAsync(Euro());

        Assert.Equal((Now, false), ((await FindAsync(1)).NextTry, (await FindAsync(1)).Parked));
        Assert.Equal(Now, (await FindAsync(2)).NextTry);
        Assert.Equal((null, true), ((await FindAsync(3)).NextTry, (await FindAsync(3)).Parked));
    }

    [Fact]
    public async Task A_key_of_the_other_side_frees_nobody()
    {
        await SaveAsync(Pending(1, null) with { Parked = true, WaitsFor = [new("CURRENCY", SystemSide.Sales, "EUR")] });

        await CoupleAsync(Euro());

        Assert.True((await FindAsync(1)).Parked);
    }

    [Fact]
    public async Task A_coupled_waiter_is_no_longer_skipped_whichever_side_it_comes_from()
    {
        AwaitedReference[] waits = [new("CURRENCY", SystemSide.BusinessCentral, "EUR")];
        await SaveAsync(Coupling(1) with { Skipped = true }, Coupling(2) with { Skipped = true }, Coupling(3) with { Skipped = true });
        await SaveAsync(
            Pending(1, null) with { Parked = true, WaitsFor = waits },
            Pending(1_000_002, null, direction: SyncDirection.ToBusinessCentral) with { Parked = true, WaitsFor = waits });

        await CoupleAsync(Euro());

        Assert.Equal([false, false, true], (await ReadAsync("CUSTOMER", new CouplingCondition())).Select(coupling => coupling.Skipped));
    }

    [Fact]
    public async Task A_waiter_saved_in_the_same_change_is_freed_as_well()
    {
        await Store.CommitAsync(
            new StateChange
            {
                Couplings = [Euro(), Coupling(1) with { Skipped = true }],
                NewlyCoupled = [Euro()],
                Pending = [Pending(1, null) with { Parked = true, WaitsFor = [new("CURRENCY", SystemSide.BusinessCentral, "EUR")] }],
                Now = Now,
            },
            None);

        Assert.Equal(Now, (await FindAsync(1)).NextTry);
        Assert.False(Assert.Single(await ReadAsync("CUSTOMER", new CouplingCondition())).Skipped);
    }

    [Theory]
    [InlineData(SystemSide.BusinessCentral, "eur")]
    [InlineData(SystemSide.BusinessCentral, "00000009-0000-0000-0000-000000000000")]
    [InlineData(SystemSide.Sales, "000f4249-0000-0000-0000-000000000000")]
    public async Task A_record_that_begins_to_wait_for_what_was_coupled_meanwhile_is_due_at_once(SystemSide side, string key)
    {
        await CoupleAsync(Euro());
        await SaveAsync(Coupling(1) with { Skipped = true });

        await SaveAsync(
            Pending(1, null) with { Class = FailureClass.DependencyMissing, Parked = true, WaitsFor = [new("CURRENCY", side, key)] },
            Pending(2, null) with { WaitsFor = [new("CURRENCY", side, "USD")] },
            Pending(3, null) with { WaitsFor = [new("COUNTRY", side, key)] });

        Assert.Equal((Now, false, null), ((await FindAsync(1)).NextTry, (await FindAsync(1)).Parked, (await FindAsync(1)).Class));
        Assert.False(Assert.Single(await ReadAsync("CUSTOMER", new CouplingCondition())).Skipped);
        Assert.Equal((null, null), ((await FindAsync(2)).NextTry, (await FindAsync(3)).NextTry));
    }

    [Fact]
    public async Task Intents_stay_until_they_are_settled()
    {
        CreateIntent[] intents = [.. Enumerable.Range(1, 2).Select(
            number => new CreateIntent
            {
                Mapping = "CUSTOMER",
                Direction = SyncDirection.ToBusinessCentral,
                SourceId = Id(number),
                KeyColumn = "number",
                KeyValue = $"C{number}",
                Sent = new Dictionary<string, FieldValue> { ["number"] = FieldValue.Text($"C{number}"), ["creditLimit"] = FieldValue.Number(7) },
                Before = number == 1 ? null : [Id(8), Id(9)],
                ServerTime = number == 1 ? null : Now.AddTicks(7),
            })];
        await Store.CommitAsync(new StateChange { Intents = intents, Now = Now }, None);
        Assert.Null((await Store.Pending.IntentsAsync("CUSTOMER", SyncDirection.ToBusinessCentral, None))[0].Before);

        await Store.CommitAsync(
            new StateChange { SettledIntents = [new("CUSTOMER", SyncDirection.ToBusinessCentral, Id(1))], Now = Now }, None);

        var kept = Assert.Single(await Store.Pending.IntentsAsync("CUSTOMER", SyncDirection.ToBusinessCentral, None));
        Assert.Equal(intents[1].Sent, kept.Sent);
        Assert.Equal(intents[1].Before, kept.Before);
        Assert.Equal(intents[1] with { Sent = kept.Sent, Before = kept.Before }, kept);
        Assert.Empty(await Store.Pending.IntentsAsync("CUSTOMER", SyncDirection.ToSales, None));
    }

    [Fact]
    public async Task Watermarks_and_checkpoints_come_back_as_they_were_set()
    {
        var watermark = new Watermark("CUSTOMER", SyncDirection.ToSales, "cursor 1");
        var checkpoint = new Checkpoint(Id(1), "CUSTOMER", SyncDirection.ToSales, "page 1", false);
        Assert.Null(await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None));
        Assert.Null(await Store.Pending.CheckpointAsync(Id(1), "CUSTOMER", SyncDirection.ToSales, None));

        await Store.CommitAsync(new StateChange { Watermarks = [watermark], Checkpoints = [checkpoint], Now = Now }, None);
        Assert.Equal(watermark, await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None));
        Assert.Equal(checkpoint, await Store.Pending.CheckpointAsync(Id(1), "CUSTOMER", SyncDirection.ToSales, None));
        Assert.Null(await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToBusinessCentral, None));
        Assert.Null(await Store.Pending.CheckpointAsync(Id(2), "CUSTOMER", SyncDirection.ToSales, None));

        var (cleared, done) = (watermark with { Cursor = null }, checkpoint with { Cursor = null, Completed = true });
        await Store.CommitAsync(new StateChange { Watermarks = [cleared], Checkpoints = [done], Now = Now }, None);
        Assert.Equal(cleared, await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None));
        Assert.Equal(done, await Store.Pending.CheckpointAsync(Id(1), "CUSTOMER", SyncDirection.ToSales, None));
    }

    private static CouplingState Euro() => Coupling(9, mapping: "CURRENCY", family: "currencies|transactioncurrency") with { BcNo = "EUR" };

    private Task CoupleAsync(CouplingState coupling) =>
        Store.CommitAsync(new StateChange { Couplings = [coupling], NewlyCoupled = [coupling], Now = Now }, None);

    private async Task<PendingRecord> FindAsync(int source) =>
        Assert.Single(await Store.Pending.FindAsync("CUSTOMER", SyncDirection.ToSales, [Id(source)], None));
}
