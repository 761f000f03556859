using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Tests.Contract;
using BcSalesSync.State.Tests.PostgreSql.Skipping;

namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>Machines that share a state and whose clocks disagree, by less than claims stand and by far more.</summary>
[NeedsPostgres]
public sealed class PostgresClockTests() : StateContract(new PostgresHome())
{
    private const string Resource = "partition:CUSTOMER:1";

    [Theory]
    [InlineData(110)]
    [InlineData(3_600)]
    [InlineData(-3_600)]
    public async Task A_claim_that_stands_is_not_taken_by_whoever_has_another_time(int seconds)
    {
        await using var other = await OpenAsync(seconds);
        var mine = await Store.ClaimAsync(Resource, "mine", Term, None);

        Assert.Equal(mine, await other.ClaimAsync(Resource, "other", Term, None));

        await Home.PassAsync(Term / 2);
        Assert.Equal(mine, await other.ClaimAsync(Resource, "other", Term, None));
        Assert.Equal("mine", await HolderAsync(other));
    }

    [Theory]
    [InlineData(-110)]
    [InlineData(-3_600)]
    [InlineData(3_600)]
    public async Task What_somebody_with_another_time_claims_stands_for_as_long_as_anybody_elses(int seconds)
    {
        await using var other = await OpenAsync(seconds);
        var theirs = await other.ClaimAsync(Resource, "other", Term, None);

        await Home.PassAsync(Term / 2);
        Assert.Equal(theirs, await Store.ClaimAsync(Resource, "mine", Term, None));
        Assert.True(await other.RenewAsync(theirs.Fence, Term, None));

        await Home.PassAsync(Term * 3 / 4);
        Assert.Equal(theirs, await Store.ClaimAsync(Resource, "mine", Term, None));

        await Home.PassAsync(Term / 4);
        Assert.Equal("mine", (await Store.ClaimAsync(Resource, "mine", Term, None)).Holder);
    }

    [Theory]
    [InlineData(110)]
    [InlineData(-110)]
    [InlineData(3_600)]
    [InlineData(-3_600)]
    public async Task All_see_a_claim_run_out_at_the_same_time(int seconds)
    {
        await using var other = await OpenAsync(seconds);
        var mine = await Store.ClaimAsync(Resource, "mine", Term, None);
        Assert.Equal(mine, await other.FindClaimAsync(Resource, None));

        await Home.PassAsync(Term);

        Assert.Equal(mine with { Stands = false }, await Store.FindClaimAsync(Resource, None));
        Assert.Equal(mine with { Stands = false }, await other.FindClaimAsync(Resource, None));
        Assert.Null(await HolderAsync(Store));
        Assert.Null(await HolderAsync(other));
        Assert.Equal("other", (await other.ClaimAsync(Resource, "other", Term, None)).Holder);
    }

    private Task<IStateStore> OpenAsync(int secondsAhead) =>
        ((PostgresHome)Home).OpenAsync(new MovedClock { Ahead = TimeSpan.FromSeconds(secondsAhead) });

    // As whoever looks for a partition to work on sees it.
    private static async Task<string?> HolderAsync(IStateStore store)
    {
        var tenure = (await store.ClaimAsync("mapping:CUSTOMER", "leader", Term, None)).Fence.Token;
        var slice = new PassSlice(new SliceKey("CUSTOMER", tenure, 1), 1, "content");
        if (await store.Slices.NextAsync("CUSTOMER", tenure, 1, None) is null)
            await store.CommitAsync(new StateChange { Slices = [slice], Now = Now }, None);
        return Assert.Single(await store.Slices.OpenAsync(None)).Holder;
    }
}
