using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

/// <summary>Changes of more rows than travel to a database at once.</summary>
public abstract class LargeChangeContract(IStateHome home) : StateContract(home)
{
    private static readonly int[] All = [.. Enumerable.Range(1, 1203)];

    [Fact]
    public async Task The_couplings_that_clash_are_told_among_thousands()
    {
        await SaveAsync(Coupling(7), Coupling(501), Coupling(1203));

        var refused = await Assert.ThrowsAsync<CouplingClashException>(() => SaveAsync([.. All.Select(number => Coupling(number))]));

        Assert.Equal([Id(7), Id(501), Id(1203)], refused.Clashes.Select(clash => clash.Coupling.BcId));
        Assert.Equal(3, (await ReadAsync(null, new CouplingCondition())).Count);
    }

    [Fact]
    public async Task The_couplings_that_were_changed_meanwhile_are_told_among_thousands()
    {
        await SaveAsync([.. All.Select(number => Coupling(number))]);
        var read = await ReadAsync(null, new CouplingCondition());
        await SaveAsync(read[2] with { Error = "theirs" }, read[900] with { Error = "theirs" });

        var refused = await Assert.ThrowsAsync<CouplingClashException>(() => SaveAsync([.. read.Select(row => row with { Error = "ours" })]));

        Assert.Equal([read[2].BcId, read[900].BcId], refused.Clashes.Select(clash => clash.Coupling.BcId));
        Assert.Equal(2, (await ReadAsync(null, new CouplingCondition())).Count(row => row.Error is not null));
    }

    [Fact]
    public async Task Thousands_of_records_wait_each_for_its_own_and_are_freed_by_it()
    {
        await SaveAsync([.. All.Select(number => Pending(number, null, "CONTACT") with
        {
            Parked = true, WaitsFor = [new AwaitedReference("CUSTOMER", SystemSide.BusinessCentral, $"c{number:00000}")],
        })]);

        await Store.CommitAsync(
            new StateChange { Couplings = [.. All.Skip(3).Select(number => Coupling(number))], NewlyCoupled = [.. All.Skip(3).Select(number => Coupling(number))], Now = Now },
            None);

        var due = await Store.Pending.DueAsync("CONTACT", SyncDirection.ToSales, new DueQuery(Now, 5000, false), None);
        Assert.Equal(All.Skip(3).Select(Id), due.Select(row => row.SourceId).Order());
    }

    [Fact]
    public async Task Of_a_record_that_is_saved_twice_in_a_change_the_last_word_counts()
    {
        await SaveAsync(
            Pending(1, Now) with { WaitsFor = [new AwaitedReference("CUSTOMER", SystemSide.BusinessCentral, "A")] },
            Pending(1, Now) with { Attempts = 2, WaitsFor = [new AwaitedReference("CUSTOMER", SystemSide.BusinessCentral, "B")] });

        var row = Assert.Single(await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToSales, new DueQuery(Now, 10, false), None));
        Assert.Equal((2, "B"), (row.Attempts, Assert.Single(row.WaitsFor).Key));
    }

    [Fact]
    public async Task Thousands_of_settled_records_are_gone_at_once_and_the_others_stay()
    {
        await SaveAsync([.. All.Select(number => Pending(number, Now)), Pending(1, Now, direction: SyncDirection.ToBusinessCentral)]);

        await Store.CommitAsync(
            new StateChange { Settled = [.. All.Skip(1).Select(number => new PendingKey("CUSTOMER", SyncDirection.ToSales, Id(number)))], Now = Now }, None);

        Assert.Single(await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToSales, new DueQuery(Now, 10, false), None));
        Assert.Single(await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToBusinessCentral, new DueQuery(Now, 10, false), None));
    }
}
