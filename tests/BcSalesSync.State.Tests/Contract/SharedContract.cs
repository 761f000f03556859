using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

/// <summary>Several stores on one state, as several processes have them.</summary>
public abstract class SharedContract(IStateHome home) : StateContract(home)
{
    [Fact]
    public async Task What_one_store_saves_the_other_reads()
    {
        await using var other = await Home.OpenAsync();
        await SaveAsync(Coupling(1));

        Assert.Single(await other.Couplings.FindByBcIdAsync("customers|account", [Id(1)], None));
    }

    [Fact]
    public async Task A_mapping_that_one_store_changes_the_other_reads_as_it_is_now()
    {
        await using var other = await Home.OpenAsync();
        var mapping = new TableMapping { Name = "CUSTOMER", BcTable = "customers", SalesTable = "account", Fields = [] };
        await Store.CommitAsync(new StateChange { Mappings = [mapping], Now = Now }, None);
        Assert.Equal(0, Assert.Single(await other.GetMappingsAsync(None)).IntervalMinutes);

        await Store.CommitAsync(new StateChange { Mappings = [mapping with { IntervalMinutes = 5 }], Now = Now }, None);

        Assert.Equal(5, Assert.Single(await other.GetMappingsAsync(None)).IntervalMinutes);
    }

    [Fact]
    public async Task A_row_taken_by_another_store_is_refused()
    {
        await using var other = await Home.OpenAsync();
        await other.CommitAsync(new StateChange { Couplings = [Coupling(1)], Now = Now }, None);

        await Assert.ThrowsAsync<CouplingClashException>(() => SaveAsync(Coupling(2, sales: 1)));
    }

    [Fact]
    public async Task Stores_that_write_and_read_at_the_same_time_lose_nothing()
    {
        await using var other = await Home.OpenAsync();
        var stores = new[] { Store, other };

        await Task.WhenAll(Enumerable.Range(1, 40).Select(async number =>
        {
            var store = stores[number % 2];
            await store.CommitAsync(new StateChange { Couplings = [Coupling(number)], Errors = [Error()], Now = Now }, None);
            Assert.Single(await store.Couplings.FindByBcIdAsync("customers|account", [Id(number)], None));
        }));

        Assert.Equal(40, (await AllAsync()).Count);
    }

    [Fact]
    public async Task A_setting_that_is_kept_stays_as_the_first_of_many_set_it()
    {
        await using var other = await Home.OpenAsync();

        var kept = await Task.WhenAll(Enumerable.Range(1, 20).Select(
            number => (number % 2 == 0 ? Store : other).KeepSettingAsync("systems", $"value {number}", None)));

        Assert.Equal(await Store.GetSettingAsync("systems", None), Assert.Single(kept.Distinct()));
    }

    [Fact]
    public async Task Only_one_of_many_gets_a_claim()
    {
        await using var other = await Home.OpenAsync();

        var inCharge = await Task.WhenAll(Enumerable.Range(1, 20).Select(
            number => (number % 2 == 0 ? Store : other).ClaimAsync("fullsync", $"holder {number}", Term, None)));

        Assert.Single(inCharge.Distinct());
    }

    [Fact]
    public async Task A_claim_stands_until_it_runs_out_or_is_given_back_by_its_holder()
    {
        var first = await Store.ClaimAsync("fullsync", "a", Term, None);
        Assert.Equal(("a", true), (first.Holder, first.Stands));
        await Home.PassAsync(Term / 2);
        Assert.Equal(first, await Store.ClaimAsync("fullsync", "b", Term, None));
        Assert.Equal("b", (await Store.ClaimAsync("other", "b", Term, None)).Holder);

        await Store.ReleaseAsync(first.Fence with { Token = first.Fence.Token + 1 }, None);
        Assert.Equal(first, await Store.FindClaimAsync("fullsync", None));
        await Home.PassAsync(Term / 2);
        Assert.Equal(first with { Stands = false }, await Store.FindClaimAsync("fullsync", None));
        var second = await Store.ClaimAsync("fullsync", "b", Term, None);
        Assert.Equal("b", second.Holder);

        await Store.ReleaseAsync(first.Fence, None);
        Assert.Equal(second, await Store.FindClaimAsync("fullsync", None));
        await Store.ReleaseAsync(second.Fence, None);
        Assert.Null(await Store.FindClaimAsync("fullsync", None));
        Assert.Equal("a", (await Store.ClaimAsync("fullsync", "a", Term, None)).Holder);
    }

    [Fact]
    public async Task A_claim_gets_a_higher_number_with_each_change_of_hands_and_keeps_it_in_the_same()
    {
        var first = await Store.ClaimAsync("fullsync", "a", Term, None);
        var same = await Store.ClaimAsync("fullsync", "a", Term, None);
        await Home.PassAsync(Term);
        var second = await Store.ClaimAsync("fullsync", "b", Term, None);
        await Store.ReleaseAsync(second.Fence, None);
        var third = await Store.ClaimAsync("fullsync", "a", Term, None);

        Assert.Equal(first.Fence, same.Fence);
        Assert.True(first.Fence.Token < second.Fence.Token && second.Fence.Token < third.Fence.Token);
    }

    [Fact]
    public async Task A_renewed_claim_stands_longer_also_after_its_time_unless_somebody_took_it()
    {
        var claim = await Store.ClaimAsync("fullsync", "a", Term, None);
        await Home.PassAsync(Term * 2);

        Assert.True(await Store.RenewAsync(claim.Fence, Term, None));
        await Home.PassAsync(Term / 2);
        Assert.Equal("a", (await Store.ClaimAsync("fullsync", "b", Term, None)).Holder);
        await Home.PassAsync(Term / 2);
        Assert.Equal("b", (await Store.ClaimAsync("fullsync", "b", Term, None)).Holder);
        Assert.False(await Store.RenewAsync(claim.Fence, Term, None));
    }

    [Fact]
    public async Task What_is_saved_under_a_claim_that_is_in_other_hands_is_refused()
    {
        await using var other = await Home.OpenAsync();
        var mine = await Store.ClaimAsync("mapping:CUSTOMER", "a", Term, None);
        var change = new StateChange { Couplings = [Coupling(1)], Fences = [mine.Fence], Now = Now };
        await Home.PassAsync(Term);
        var theirs = await other.ClaimAsync("mapping:CUSTOMER", "b", Term, None);

        var refused = await Assert.ThrowsAsync<ClaimLostException>(() => Store.CommitAsync(change, None));

        Assert.Equal((mine.Fence, "b"), (refused.Fence, refused.Holder));
        await other.ReleaseAsync(theirs.Fence, None);
        Assert.Null((await Assert.ThrowsAsync<ClaimLostException>(() => Store.CommitAsync(change, None))).Holder);
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task What_is_saved_under_a_claim_that_ran_out_stands_as_long_as_nobody_took_it()
    {
        var claim = await Store.ClaimAsync("mapping:CUSTOMER", "a", Term, None);
        await Home.PassAsync(Term);

        await Store.CommitAsync(new StateChange { Couplings = [Coupling(1)], Fences = [claim.Fence], Now = Now }, None);

        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task What_is_saved_under_several_claims_needs_all_of_them()
    {
        var run = await Store.ClaimAsync("fullsync", "a", Term, None);
        var mapping = await Store.ClaimAsync("mapping:CUSTOMER", "a", Term, None);
        var change = new StateChange { Couplings = [Coupling(1)], Fences = [run.Fence, mapping.Fence], Now = Now };
        await Store.CommitAsync(change, None);
        await Store.ReleaseAsync(mapping.Fence, None);

        var refused = await Assert.ThrowsAsync<ClaimLostException>(
            () => Store.CommitAsync(change with { Couplings = [Coupling(2)] }, None));

        Assert.Equal(mapping.Fence, refused.Fence);
        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task What_an_abandoned_store_saved_is_there_when_the_state_is_opened_again()
    {
        var abandoned = await Home.OpenAsync();
        await abandoned.CommitAsync(new StateChange { Couplings = [Coupling(1)], Errors = [Error()], Now = Now }, None);

        await using var again = await Home.OpenAsync();
        await again.CommitAsync(new StateChange { Couplings = [Coupling(2)], Now = Now }, None);

        Assert.Equal(2, (await again.Couplings.FindByBcIdAsync("customers|account", [Id(1), Id(2)], None)).Count);
        await abandoned.DisposeAsync();
    }

    private static BcSyncError Error() => new()
    {
        Time = Now,
        Class = FailureClass.Data,
        ErrorId = "BcSync.Record.Refused",
        Message = "Refused.",
        RecommendedAction = "Correct the record.",
    };
}
