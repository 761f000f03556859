using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Claims, as two processes over the same state see them.</summary>
public abstract class ClaimSuite(IStateHome home) : StateSuite(home)
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_first_who_claims_is_in_charge_and_the_second_is_told()
    {
        var other = await OpenAnotherAsync();

        Assert.Equal("one", await ClaimAsync(Store, "one", Sample.Now));
        Assert.Equal("one", await ClaimAsync(other, "two", Sample.Now.AddSeconds(1)));
    }

    [Fact]
    public async Task A_claim_runs_out_at_its_time_and_not_before()
    {
        var other = await OpenAnotherAsync();
        await ClaimAsync(Store, "one", Sample.Now);

        Assert.Equal("one", await ClaimAsync(other, "two", Sample.Now + Term - TimeSpan.FromTicks(1)));
        Assert.Equal("two", await ClaimAsync(other, "two", Sample.Now + Term));
        Assert.Equal("two", await ClaimAsync(Store, "one", Sample.Now + Term));
    }

    [Fact]
    public async Task A_renewed_claim_stands_for_another_term()
    {
        var other = await OpenAnotherAsync();
        await ClaimAsync(Store, "one", Sample.Now);
        Assert.Equal("one", await ClaimAsync(Store, "one", Sample.Now.AddMinutes(1)));

        Assert.Equal("one", await ClaimAsync(other, "two", Sample.Now + Term));
        Assert.Equal("two", await ClaimAsync(other, "two", Sample.Now.AddMinutes(1) + Term));
    }

    [Fact]
    public async Task A_claim_refused_does_not_prolong_the_one_that_stands()
    {
        await ClaimAsync(Store, "one", Sample.Now);
        await ClaimAsync(Store, "two", Sample.Now.AddMinutes(1));

        Assert.Equal("two", await ClaimAsync(Store, "two", Sample.Now + Term));
    }

    [Fact]
    public async Task A_claim_is_given_back_by_its_holder()
    {
        var other = await OpenAnotherAsync();
        await ClaimAsync(Store, "one", Sample.Now);
        await Store.ReleaseAsync("full", "one", None);

        Assert.Equal("two", await ClaimAsync(other, "two", Sample.Now));
    }

    [Fact]
    public async Task A_claim_is_not_given_back_by_another()
    {
        var other = await OpenAnotherAsync();
        await ClaimAsync(Store, "one", Sample.Now);
        await other.ReleaseAsync("full", "two", None);

        Assert.Equal("one", await ClaimAsync(other, "two", Sample.Now));
    }

    [Fact]
    public async Task Resources_are_claimed_apart()
    {
        await ClaimAsync(Store, "one", Sample.Now);

        Assert.Equal("two", await Store.ClaimAsync("CUSTOMER", "two", Sample.Now, Sample.Now + Term, None));
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_all_are_told_the_same_holder()
    {
        var other = await OpenAnotherAsync();

        var inCharge = await Task.WhenAll(
            Enumerable.Range(1, 20).Select(i => ClaimAsync(i % 2 == 0 ? Store : other, $"holder {i}", Sample.Now)));
        Assert.Single(inCharge.Distinct());
    }

    private static Task<string> ClaimAsync(IStateStore store, string holder, DateTimeOffset now) =>
        store.ClaimAsync("full", holder, now, now + Term, None);
}
