using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class WildcardPatternTests
{
    [Theory]
    [InlineData("*", "")]
    [InlineData("*", "CUSTOMER")]
    [InlineData("cust*", "CUSTOMER")]
    [InlineData("C?RRENCY", "CURRENCY")]
    [InlineData("*PR*E", "SALESPRC-PRODPRICE")]
    [InlineData("*a*b*", "xaaxb")]
    [InlineData("", "")]
    [InlineData("a**", "a")]
    public void A_fitting_name_matches(string pattern, string name) => Assert.True(new WildcardPattern(pattern).Matches(name));

    [Theory]
    [InlineData("", "A")]
    [InlineData("CUST", "CUSTOMER")]
    [InlineData("?", "")]
    [InlineData("C?", "C")]
    [InlineData("*X", "CUSTOMER")]
    [InlineData("C*T", "CONTACTS")]
    [InlineData("[A-Z]", "A")]
    public void A_name_that_does_not_fit_as_a_whole_does_not_match(string pattern, string name) =>
        Assert.False(new WildcardPattern(pattern).Matches(name));
}
