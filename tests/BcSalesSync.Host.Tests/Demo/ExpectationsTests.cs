using BcSalesSync.Host.Demo;

namespace BcSalesSync.Host.Tests.Demo;

public sealed class ExpectationsTests
{
    [Fact]
    public void A_promise_that_holds_is_not_mentioned()
    {
        var expectations = new Expectations();
        expectations.Equal("the rows", 2, 2);
        expectations.Holds("order", true);
        Assert.Empty(expectations.Missed);
    }

    [Fact]
    public void A_promise_that_failed_is_named_with_what_was_found()
    {
        var expectations = new Expectations();
        expectations.Equal("the rows", 2, 3);
        expectations.Holds("order", false);
        Assert.Equal(["the rows to be 2, found 3", "order"], expectations.Missed);
    }
}
