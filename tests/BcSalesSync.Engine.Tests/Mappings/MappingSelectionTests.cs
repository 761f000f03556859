using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class MappingSelectionTests
{
    private static readonly IReadOnlyList<TableMapping> Known =
        [.. DefaultMappings.All.Where(mapping => mapping.Name is "SALESPEOPLE" or "CURRENCY" or "CUSTOMER" or "CONTACT")];

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("customer", "CUSTOMER")]
    [InlineData("C*", "CURRENCY CUSTOMER CONTACT")]
    [InlineData("X*", "")]
    [InlineData(null, "SALESPEOPLE CURRENCY CUSTOMER CONTACT")]
    public void Names_and_wildcards_select_in_the_order_of_runs(string? pattern, string names) =>
        Assert.Equal(names, string.Join(' ', Known.Reverse().ToList().Named(pattern, Now).Select(mapping => mapping.Name)));

    [Fact]
    public void An_unknown_name_is_an_error_that_lists_the_mappings()
    {
        var error = Assert.Throws<SyncException>(() => Known.Named("CUSTOMERS", Now)).Error;

        Assert.Equal("BcSync.Mapping.NotFound", error.ErrorId);
        Assert.Equal(Now, error.Time);
        Assert.Contains("SALESPEOPLE, CURRENCY, CUSTOMER, CONTACT", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_mapping_the_next_step_is_set_up()
    {
        var error = Assert.Throws<SyncException>(() => Array.Empty<TableMapping>().Find("CUSTOMER", Now)).Error;

        Assert.Contains("Initialize-BcSync", error.RecommendedAction, StringComparison.Ordinal);
    }
}
