using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Records that wait for others to be coupled.</summary>
public abstract class WaiterSuite(IStateHome home) : StateSuite(home)
{
    private static readonly DateTimeOffset Later = Sample.Now.AddHours(1);

    private static readonly CouplingState Parent =
        Sample.Coupling(50, "SALESPEOPLE", "salespeoplePurchasers|systemuser") with { BcNo = "Jø" };

    public static TheoryData<SystemSide, string> Keys => new()
    {
        { SystemSide.BusinessCentral, "JØ" },
        { SystemSide.BusinessCentral, "jø" },
        { SystemSide.BusinessCentral, Sample.Bc(50).ToString("D") },
        { SystemSide.Sales, Sample.Sales(50).ToString("D") },
        { SystemSide.Sales, Sample.Sales(50).ToString("D").ToUpperInvariant() },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_parked_waiter_is_due_once_what_it_waits_for_is_coupled(SystemSide side, string key)
    {
        await SaveAsync(Waiter(1, side, key));
        await CoupleAsync(Parent);

        var freed = await FindAsync(1);
        Assert.Equal((Later, false, null, null, null), (freed.NextTry, freed.Parked, freed.Class, freed.ErrorId, freed.Message));
        Assert.Equal(("C1", 2), (freed.SourceName, freed.Attempts));
        Assert.Empty(freed.WaitsFor);
    }

    [Theory]
    [InlineData(SystemSide.Sales, "JØ")]
    [InlineData(SystemSide.BusinessCentral, "JØR")]
    public async Task A_waiter_for_something_else_keeps_waiting(SystemSide side, string key)
    {
        await SaveAsync(Waiter(1, side, key));
        await CoupleAsync(Parent);

        Assert.True((await FindAsync(1)).Parked);
    }

    [Fact]
    public async Task A_waiter_for_the_same_number_of_another_mapping_keeps_waiting()
    {
        await SaveAsync(Waiter(1, SystemSide.BusinessCentral, "JØ"));
        await CoupleAsync(Parent with { Mapping = "CURRENCY" });

        Assert.True((await FindAsync(1)).Parked);
    }

    [Fact]
    public async Task A_waiter_for_two_is_due_when_one_is_coupled()
    {
        var waiter = Waiter(1, SystemSide.BusinessCentral, "JØ");
        await SaveAsync(waiter with { WaitsFor = [.. waiter.WaitsFor, new("CURRENCY", SystemSide.BusinessCentral, "EUR")] });
        await CoupleAsync(Parent);

        Assert.Equal(Later, (await FindAsync(1)).NextTry);
    }

    [Fact]
    public async Task A_waiter_that_is_not_parked_is_due_sooner()
    {
        await SaveAsync(Waiter(1, SystemSide.BusinessCentral, "JØ") with { Parked = false, NextTry = Later.AddDays(1) });
        await CoupleAsync(Parent);

        Assert.Equal(Later, (await FindAsync(1)).NextTry);
    }

    [Fact]
    public async Task A_waiter_saved_in_the_change_that_couples_what_it_waits_for_is_due()
    {
        await SaveAsync(new StateChange
        {
            Couplings = [Parent],
            NewlyCoupled = [Parent],
            Pending = [Waiter(1, SystemSide.BusinessCentral, "JØ")],
            Now = Later,
        });

        Assert.Equal(Later, (await FindAsync(1)).NextTry);
    }

    [Theory]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    public async Task A_coupled_waiter_is_no_longer_skipped(SyncDirection direction)
    {
        await SaveAsync(Sample.Coupling(1) with { Skipped = true }, Sample.Coupling(2) with { Skipped = true });
        await SaveAsync(Waiter(1, SystemSide.BusinessCentral, "JØ", direction));
        await CoupleAsync(Parent);

        Assert.Equal([false, true], (await ReadAsync("CUSTOMER")).Select(coupling => coupling.Skipped));
    }

    [Fact]
    public async Task Only_the_waiters_own_mapping_is_no_longer_skipped()
    {
        await SaveAsync(Sample.Coupling(1, "VENDOR", "vendors|account") with { Skipped = true });
        await SaveAsync(Waiter(1, SystemSide.BusinessCentral, "JØ"));
        await CoupleAsync(Parent);

        Assert.True(Assert.Single(await ReadAsync("VENDOR")).Skipped);
    }

    [Fact]
    public async Task Replacing_a_coupling_that_is_not_new_frees_nobody()
    {
        await SaveAsync(Waiter(1, SystemSide.BusinessCentral, "JØ"));
        await SaveAsync(Parent);

        Assert.True((await FindAsync(1)).Parked);
    }

    [Fact]
    public async Task A_freed_waiter_that_fails_anew_is_not_freed_again_by_the_old_wait()
    {
        await SaveAsync(Waiter(1, SystemSide.BusinessCentral, "JØ"));
        await CoupleAsync(Parent);
        await SaveAsync(Sample.Pending(1) with { Parked = true, NextTry = null });
        await CoupleAsync(Parent);

        Assert.True((await FindAsync(1)).Parked);
    }

    private Task CoupleAsync(CouplingState coupling) =>
        SaveAsync(new StateChange { Couplings = [coupling], NewlyCoupled = [coupling], Now = Later });

    private static PendingRecord Waiter(int number, SystemSide side, string key, SyncDirection direction = SyncDirection.ToSales) =>
        Sample.Pending(number, direction) with
        {
            SourceName = "C1",
            Class = FailureClass.DependencyMissing,
            ErrorId = "BcSync.Record.DependencyMissing",
            Message = "It is not coupled.",
            Attempts = 2,
            NextTry = null,
            Parked = true,
            WaitsFor = [new AwaitedReference("SALESPEOPLE", side, key)],
        };

    private async Task<PendingRecord> FindAsync(int number) =>
        Assert.Single(await Store.Pending.FindAsync("CUSTOMER", SyncDirection.ToSales, [Sample.Bc(number)], None));
}
