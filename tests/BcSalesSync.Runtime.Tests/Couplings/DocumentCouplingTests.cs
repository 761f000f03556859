using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

/// <summary>Couplings of documents are listed and removed by their names, whether a table mapping makes them or not.</summary>
public sealed class DocumentCouplingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Orders_quotes_and_invoices_are_listed_with_their_tables(int tier)
    {
        await using var world = await OrderWorld.OpenAsync(tier);
        var quote = await world.QuoteAsync(null, world.BikeLine());
        await world.ProcessAsync();
        await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        var order = Assert.Single(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        var invoice = Assert.Single(await world.World.CouplingsAsync("postedsalesinv-inv"));

        Assert.Equal("salesorder", order.SalesTable);
        Assert.Equal((number, "postedInvoices", "invoice"), (invoice.BcNo, invoice.BcTable, invoice.SalesTable));
        Assert.Equal(quote, Assert.Single(await world.World.CouplingsAsync("SALESQUOTE-QUOTE")).SalesId);
        Assert.Equal(quote, Assert.Single(await world.World.CouplingsAsync("SALESQUOTE*")).SalesId);
    }

    [Fact]
    public async Task A_quote_that_is_uncoupled_has_no_coupling_any_more()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.QuoteAsync(null, world.BikeLine());
        await world.ProcessAsync();
        var coupling = Assert.Single(await world.World.CouplingsAsync("SALESQUOTE-QUOTE"));

        var removed = Assert.Single(await world.World.UncoupleAsync(coupling));

        Assert.Equal((coupling, null), (removed.Value, removed.Error));
        Assert.Empty(await world.World.CouplingsAsync("SALESQUOTE-QUOTE"));
        Assert.Empty(await world.World.UncoupleAsync(coupling));
    }

    [Fact]
    public async Task A_name_that_couples_nothing_is_an_error_still()
    {
        await using var world = await OrderWorld.OpenAsync();

        var refused = await Assert.ThrowsAsync<SyncException>(() => world.World.CouplingsAsync("SALESQUOTES"));

        Assert.Equal("BcSync.Mapping.NotFound", refused.Error.ErrorId);
    }
}
