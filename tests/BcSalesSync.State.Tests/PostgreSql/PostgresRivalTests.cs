using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Tests.Contract;
using BcSalesSync.State.Tests.PostgreSql.Skipping;

namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>Stores that want the same at the same time, none of them waiting for its turn.</summary>
[NeedsPostgres]
public sealed class PostgresRivalTests() : StateContract(new PostgresHome())
{
    private const string Family = "customers|account";
    private const int Rivals = 6;

    [Fact]
    public async Task A_claim_is_passed_on_from_one_to_one_with_rising_numbers()
    {
        await using var rivals = await RivalsAsync();
        var last = 0L;
        for (var round = 1; round <= 5; round++)
        {
            await Home.PassAsync(Term);
            var claims = await Task.WhenAll(rivals.Select(
                (store, number) => store.ClaimAsync("fullsync", $"holder {round} {number}", Term, None)));

            var fence = Assert.Single(claims.Select(claim => claim.Fence).Distinct());
            Assert.True(fence.Token > last);
            last = fence.Token;
        }
    }

    [Fact]
    public async Task One_of_many_that_change_the_same_coupling_changes_it_and_the_others_are_told()
    {
        await SaveAsync(Coupling(1));
        var read = Assert.Single(await AllAsync());
        await using var rivals = await RivalsAsync();

        var clashes = await Task.WhenAll(rivals.Select((store, number) => ClashAsync(store, read with { BcName = $"Name {number}" })));

        Assert.Single(clashes, clash => clash is null);
        var standing = Assert.Single(await AllAsync());
        Assert.All(clashes.OfType<CouplingClash>(), clash => Assert.Equal(standing.BcName, Assert.Single(clash.Standing).BcName));
    }

    [Fact]
    public async Task One_of_many_that_couple_the_same_record_couples_it_and_the_others_are_told()
    {
        await using var rivals = await RivalsAsync();

        var clashes = await Task.WhenAll(rivals.Select((store, number) => ClashAsync(store, Coupling(1, sales: number + 1))));

        Assert.Single(clashes, clash => clash is null);
        var standing = Assert.Single(await AllAsync());
        Assert.All(clashes.OfType<CouplingClash>(), clash => Assert.Equal(standing.SalesId, Assert.Single(clash.Standing).SalesId));
    }

    [Fact]
    public async Task Numbers_of_contents_are_given_once_however_many_save_at_the_same_time()
    {
        await using var rivals = await RivalsAsync();

        await Task.WhenAll(rivals.Select((store, number) => store.CommitAsync(
            new StateChange { Couplings = [.. Enumerable.Range(number * 50, 50).Select(id => Coupling(id))], Now = Now }, None)));

        Assert.Equal(Rivals * 50, (await AllAsync()).Select(coupling => coupling.Revision).Distinct().Count());
    }

    [Fact]
    public async Task Changes_that_stand_in_each_others_way_are_all_saved()
    {
        await using var rivals = await RivalsAsync();
        var rows = Enumerable.Range(1, 40).Select(number => Pending(number, Now)).ToArray();

        await Task.WhenAll(rivals.Select((store, number) => store.CommitAsync(
            new StateChange { Pending = number % 2 == 0 ? rows : [.. rows.Reverse()], Errors = [Error(number)], Now = Now }, None)));

        Assert.Equal(Rivals, await Store.Runs.ErrorsAsync(new ErrorQuery(), None).CountAsync());
        Assert.Equal(40, (await Store.Pending.DueAsync("CUSTOMER", SyncDirection.ToSales, new DueQuery(Now, 100), None)).Count);
    }

    [Fact]
    public async Task Nobody_waits_for_a_record_that_is_coupled_at_the_same_moment()
    {
        await using var other = await Home.OpenAsync();

        await Task.WhenAll(Enumerable.Range(1, 60).Select(number => Task.WhenAll(
            Store.CommitAsync(new StateChange { Couplings = [Coupling(number)], NewlyCoupled = [Coupling(number)], Now = Now }, None),
            other.CommitAsync(new StateChange { Pending = [Waiting(number)], Now = Now }, None))));

        var due = await Store.Pending.DueAsync("CONTACT", SyncDirection.ToSales, new DueQuery(Now, 100), None);
        Assert.Equal(60, due.Count);
    }

    private async Task<RivalStores> RivalsAsync() =>
        new(await Task.WhenAll(Enumerable.Range(0, Rivals).Select(_ => Home.OpenAsync())));

    private static async Task<CouplingClash?> ClashAsync(IStateStore store, CouplingState coupling)
    {
        try
        {
            await store.CommitAsync(new StateChange { Couplings = [coupling], Now = Now }, None);
            return null;
        }
        catch (CouplingClashException problem)
        {
            return Assert.Single(problem.Clashes);
        }
    }

    private static PendingRecord Waiting(int number) => Pending(number + 500, null, "CONTACT") with
    {
        Parked = true,
        WaitsFor = [new AwaitedReference("CUSTOMER", SystemSide.BusinessCentral, Id(number).ToString("D"))],
    };

    private static BcSyncError Error(int number) => new()
    {
        Time = Now, Class = FailureClass.Data, ErrorId = "BcSync.Record.Refused", Message = $"Refused {number}.", RecommendedAction = "Correct it.",
    };
}
