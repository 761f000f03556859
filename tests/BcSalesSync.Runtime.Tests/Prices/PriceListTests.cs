using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Prices;

public sealed class PriceListTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Scenario", "PRC-109")]
    public async Task A_price_list_comes_with_its_lines_by_the_units_they_are_priced_in(bool unitGroups)
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true, unitGroups);
        await world.AddListAsync("PL1", lines: [("1000", 3900m), ("1896-S", 990m)]);

        var list = await world.CreateInSalesAsync(PriceSteps.Lists, "PL1");

        Assert.Equal(("PL1", "Prices PL1"), (await list.SalesAsync("name"), await list.SalesAsync("description")));
        Assert.Equal("1000 PCS 3900; 1896-S PCS 990", await world.PriceTextAsync(list.SalesId));
        Assert.Equal("Inserted=2", await world.CountsAsync(PriceSteps.Lines, SyncDirection.ToSales));
    }

    [Theory]
    [InlineData("Draft", false)]
    [InlineData("Active", true)]
    [Trait("Scenario", "PRC-111")]
    public async Task A_list_that_is_a_draft_or_lets_its_lines_differ_can_neither_be_created_nor_coupled(string status, bool allowsUpdating)
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true);
        await world.AddListAsync("PL2", status, allowsUpdating: allowsUpdating, lines: [("1000", 3900m)]);
        await world.Desk.SalesAsync("pricelevels", new { name = "Old" });

        var created = await world.CoupleAsync(PriceSteps.Lists, new RecordSelector { BcNo = "PL2" }, createIn: SystemSide.Sales);
        var coupled = await world.CoupleAsync(PriceSteps.Lists, new RecordSelector { BcNo = "PL2", SalesName = "Old" });

        Assert.Equal(("BcSync.Coupling.OutsideFilter", "BcSync.Coupling.OutsideFilter"), (created.Error?.ErrorId, coupled.Error?.ErrorId));
        Assert.Empty(await world.CouplingsAsync(PriceSteps.Lists));
    }

    [Fact]
    public async Task With_a_default_price_list_only_lists_that_let_their_lines_differ_take_part()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "salesSetup"));
        await world.Desk.SilentlyAsync("bc", "salesSetup", new { id = setup["id"], defaultPriceListCode = "S000003" });

        await world.Session.SetSetupAsync(new SetupChange { ExtendedPricing = true }, default);

        var mapping = Assert.Single(await world.Session.GetTableMappingsAsync(PriceSteps.Lists, default).ToListAsync());
        Assert.Contains("allowUpdatingDefaults eq true", mapping.BcFilter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Active", "0")]
    [InlineData("Inactive", "1")]
    [Trait("Scenario", "PRC-114")]
    public async Task A_list_is_as_active_in_Sales_as_in_Business_Central_and_its_line_is_coupled_too(string status, string state)
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true);
        await world.AddListAsync("PL4", status, lines: [("1000", 3900m)]);

        var list = await world.CreateInSalesAsync(PriceSteps.Lists, "PL4");

        Assert.Equal("Inserted=1", await world.CountsAsync(PriceSteps.Lists, SyncDirection.ToSales));
        Assert.Equal(state, await list.SalesAsync("statecode"));
        Assert.Single(await world.CouplingsAsync(PriceSteps.Lines));
    }

    [Fact]
    public async Task A_full_synchronisation_brings_lists_with_items_and_resources_and_leaves_quantity_breaks_out()
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true, unitGroups: true);

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, PriceSteps.Lists, PriceSteps.Lines);

        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        var list = Assert.Single(await world.CouplingsAsync(PriceSteps.Lists));
        Assert.Equal("S000001", list.BcNo);
        Assert.Contains("LINA HOUR 110", await world.PriceTextAsync(list.SalesId), StringComparison.Ordinal);
        Assert.DoesNotContain("51.5", await world.PriceTextAsync(list.SalesId), StringComparison.Ordinal);
        Assert.Empty(await world.RunAsync(PriceSteps.Lists));
        Assert.Empty(await world.RunAsync(PriceSteps.Lines));
    }

    [Fact]
    public async Task A_list_takes_the_currency_of_its_lines()
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true);
        await world.AddListAsync("PLUSD", currency: "USD", lines: [("1000", 4400m)]);

        var list = await world.CreateInSalesAsync(PriceSteps.Lists, "PLUSD");

        var dollar = (await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", "USD"))["transactioncurrencyid"]!.ToString();
        Assert.Equal(dollar, await list.SalesAsync("transactioncurrencyid"));
        Assert.Equal(dollar, Assert.Single(await world.LinesOfAsync(list.SalesId))["_transactioncurrencyid_value"]!.ToString());
    }

    [Fact]
    public async Task A_list_with_prices_in_several_currencies_is_refused()
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true);
        await world.AllowMixedAsync();

        var outcome = await world.CoupleAsync(PriceSteps.Lists, new RecordSelector { BcNo = "MIXED" }, createIn: SystemSide.Sales);

        Assert.Equal("BcSync.Price.MixedCurrencies", outcome.Error?.ErrorId);
        Assert.Contains("USD", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.Desk.RowsAsync("sales", "pricelevels"), row => row["name"]!.ToString() == "MIXED");
    }

    [Fact]
    [Trait("Scenario", "PRC-128")]
    public async Task A_list_waits_for_its_currency_and_comes_once_that_is_coupled()
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true);
        await world.AddListAsync("PLUSD", currency: "USD", lines: [("1000", 4400m)]);
        await world.UncoupleAsync((await world.CouplingsAsync("CURRENCY")).Where(coupling => coupling.BcNo == "USD"));

        var refused = await world.CoupleAsync(PriceSteps.Lists, new RecordSelector { BcNo = "PLUSD" }, createIn: SystemSide.Sales);

        Assert.Equal(FailureClass.DependencyMissing, refused.Error?.Class);
        Assert.Contains("USD", refused.Error!.Message, StringComparison.Ordinal);
        await world.CoupledAsync("CURRENCY", new RecordSelector { BcNo = "USD", SalesName = "US Dollar" });
        var result = Assert.Single(await world.RunAsync(PriceSteps.Lists));
        Assert.Equal((SyncAction.Created, "PLUSD"), (result.Action, result.BcNo));
    }

    [Fact]
    public async Task The_currency_of_a_list_cannot_change_once_it_is_in_Sales()
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true);
        var added = await world.AddListAsync("PL1", lines: [("1000", 3900m)]);
        var list = await world.CreateInSalesAsync(PriceSteps.Lists, "PL1");
        await list.EditBcAsync(("status", "Draft"));
        await list.EditBcAsync(("currencyCode", "USD"));
        await list.EditBcAsync(("status", "Active"));

        var result = await list.SyncAsync(SyncDirection.ToSales);

        Assert.Equal("BcSync.Price.CurrencyChanged", result.Error?.ErrorId);
        var line = Assert.Single(await world.RunAsync(PriceSteps.Lines));
        Assert.Equal("BcSync.Price.OtherCurrency", line.Error?.ErrorId);
        Assert.Equal("1000 PCS 3900", await world.PriceTextAsync(list.SalesId));
        Assert.NotNull(added);
    }

    [Fact]
    public async Task A_price_that_is_there_already_is_taken_over_instead_of_being_added_twice()
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true);
        await world.AddListAsync("PL1", lines: [("1000", 3900m), ("1896-S", 990m)]);
        var old = await world.AddInSalesAsync(PriceSteps.Lists, new { name = "Old" });
        var product = await world.Desk.FindAsync("sales", "products", "productnumber", "1896-S");
        var price = await world.AddInSalesAsync(
            PriceSteps.Lines,
            new { pricelevelid = old, productid = product["productid"], uomid = product["_defaultuomid_value"], amount = 1m });

        var list = await world.PairAsync(PriceSteps.Lists, "PL1", old, SyncDirection.ToSales);

        Assert.Equal("PL1", await list.SalesAsync("name"));
        Assert.Equal("1000 PCS 3900; 1896-S PCS 990", await world.PriceTextAsync(old));
        Assert.Contains(await world.CouplingsAsync(PriceSteps.Lines), coupling => coupling.SalesId == price);
    }

    [Fact]
    public async Task Uncoupling_a_list_uncouples_its_lines()
    {
        await using var world = await PriceSteps.OpenAsync(extendedPricing: true);
        await world.AddListAsync("PL1", lines: [("1000", 3900m)]);
        var list = await world.CreateInSalesAsync(PriceSteps.Lists, "PL1");

        await world.UncoupleAsync(await list.CouplingAsync());

        Assert.Empty(await world.CouplingsAsync(PriceSteps.Lines));
        Assert.Single(await world.LinesOfAsync(list.SalesId));
    }
}
