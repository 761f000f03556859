using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Inspection;

public sealed class ComparisonTests
{
    [Fact]
    public async Task Pairs_in_step_are_equal_without_a_word()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();

        var compared = Assert.Single(await CompareAsync(world, "CUSTOMER"));

        Assert.Equal("=", compared.Symbol);
        Assert.Empty(compared.Differences);
    }

    [Fact]
    public async Task An_edit_that_has_not_travelled_yet_is_a_difference_with_both_values()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("displayName", "Noon Ame"));

        var compared = Assert.Single(await CompareAsync(world, "CUSTOMER"));

        Assert.Equal("*", compared.Symbol);
        var difference = Assert.Single(compared.Differences);
        Assert.Equal(("displayName", "name", "Noon Ame", "Adatum Corporation"),
            (difference.BcField, difference.SalesField, difference.BcValue, difference.SalesValue));
    }

    [Fact]
    public async Task What_synchronising_writes_is_what_comparing_finds_equal()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("displayName", "Noon Ame"), ("shippingAgentCode", "WILLCALL"), ("salespersonCode", "LT"));
        await pair.EditSalesAsync(("telephone1", "555"));

        await world.RunAsync("CUSTOMER");

        Assert.Equal("=", Assert.Single(await CompareAsync(world, "CUSTOMER")).Symbol);
    }

    [Theory]
    [InlineData(true, "+")]
    [InlineData(false, "-")]
    public async Task A_record_that_is_gone_shows_on_its_side(bool inBusinessCentral, string symbol)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await (inBusinessCentral ? pair.DeleteInBcAsync() : pair.DeleteInSalesAsync());

        Assert.Equal(symbol, Assert.Single(await CompareAsync(world, "CUSTOMER")).Symbol);
    }

    [Fact]
    public async Task A_reference_that_is_not_coupled_cannot_be_compared_and_says_so()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.Desk.BcAsync("salespeoplePurchasers", new { code = "NN", displayName = "New Name" });
        await pair.EditBcAsync(("salespersonCode", "NN"));

        var compared = Assert.Single(await CompareAsync(world, "CUSTOMER"));

        Assert.Equal("!", compared.Symbol);
        Assert.Contains("NN", Assert.Single(compared.Differences).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_that_agree_are_left_out_on_demand_and_nothing_is_written()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        await world.Desk.ResetRequestsAsync();

        var compared = await world.Session.CompareAsync(new ComparisonQuery { DifferentOnly = true }, world.Observer, default).ToListAsync();

        Assert.DoesNotContain(compared, pair => pair.Symbol == "=");
        Assert.DoesNotContain(await world.Desk.RequestsAsync(), request => request.Method is "PATCH" or "DELETE");
    }

    private static async Task<List<BcComparison>> CompareAsync(SyncWorld world, string mapping) =>
        await world.Session.CompareAsync(new ComparisonQuery { Mapping = mapping }, world.Observer, default).ToListAsync();
}
