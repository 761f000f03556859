namespace BcSalesSync.Host.Tests.Serving;

/// <summary>How many requests the work may take on the wire: part of the contract (design, section 2).</summary>
public sealed class ScaleTests(ScaleFixture scale) : IClassFixture<ScaleFixture>
{
    [Fact]
    public void Creating_and_coupling_customers_takes_one_write_a_hundred_and_one_read_a_thousand()
    {
        Assert.Equal(ScaleFixture.Customers, scale.Created);
        AssertAtMost((ScaleFixture.Customers / 100) + (ScaleFixture.Customers / 1_000) + 30, scale.Creation);
    }

    [Fact]
    public void A_run_with_nothing_changed_takes_four_requests_a_mapping_at_most() => Assert.All(ScaleFixture.Mappings, mapping =>
    {
        AssertAtMost(4, scale.Idle[mapping]);
        Assert.Equal(0, scale.Idle[mapping].Writes);
    });

    [Fact]
    public void Ten_edits_on_each_side_take_twelve_requests_more_at_most()
    {
        Assert.Equal(20, scale.Edited);
        AssertAtMost(scale.Idle["CUSTOMER"].Total + 12, scale.Edits);
    }

    private static void AssertAtMost(int limit, ServedRequests requests) =>
        Assert.True(requests.Total <= limit, $"{requests.Total}, more than {limit}: {requests.Listing}");
}
