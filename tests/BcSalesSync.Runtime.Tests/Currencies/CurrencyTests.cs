using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Currencies;

public sealed class CurrencyTests
{
    [Fact]
    [Trait("Scenario", "CUR-102")]
    public async Task A_currency_with_a_rate_is_created_in_Sales()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("ZZEUR", "Other euro", "Z");

        var coupling = await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "ZZEUR" }, SystemSide.Sales);

        var row = await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", "ZZEUR");
        Assert.Equal(coupling.SalesId, row["transactioncurrencyid"]!.GetValue<Guid>());
        Assert.Equal(("Other euro", "Z"), (row["currencyname"]!.ToString(), row["currencysymbol"]!.ToString()));
        Assert.Equal((2, 0.9m), (row["currencyprecision"]!.GetValue<int>(), row["exchangerate"]!.GetValue<decimal>()));
        Assert.Equal(SyncOutcome.Success, coupling.ToSalesResult);
        Assert.Equal("1/0/0/0/0/0/0", (await world.LastJobAsync("CURRENCY", SyncDirection.ToSales)).Line());
    }

    [Theory]
    [InlineData("isocurrencycode", "ZZEUR")]
    [InlineData("currencysymbol", null)]
    [InlineData("currencyname", null)]
    [Trait("Scenario", "CUR-107")]
    public async Task Disabled_rows_leave_their_columns_blank(string column, string? expected)
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync(statePath: folder.File("state.db"));
        await FieldRows.DisableAsync(folder.File("state.db"), "CURRENCY", "currencysymbol", "currencyname");
        await world.AddCurrencyAsync("ZZEUR", "Other euro", string.Empty);

        var coupling = await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "ZZEUR" }, SystemSide.Sales);

        Assert.Equal(expected, (await world.Desk.RowAsync("sales", "transactioncurrencies", coupling.SalesId))![column]?.ToString());
    }

    [Fact]
    [Trait("Scenario", "CUR-111")]
    public async Task A_mapping_without_enabled_rows_is_an_error_and_creates_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync(statePath: folder.File("state.db"));
        await FieldRows.DisableAsync(folder.File("state.db"), "CURRENCY");
        await world.AddCurrencyAsync("ZZEUR", "Other euro", "Z");

        var refused = await Assert.ThrowsAsync<SyncException>(
            () => world.CoupleAsync("CURRENCY", new RecordSelector { BcNo = "ZZEUR" }, createIn: SystemSide.Sales));

        Assert.Equal("BcSync.Mapping.NoFields", refused.Error.ErrorId);
        Assert.Single(await world.Desk.RowsAsync("sales", "transactioncurrencies"));
        Assert.Empty(await world.CouplingsAsync("CURRENCY"));
    }

    [Fact]
    public async Task A_blank_symbol_becomes_the_code_and_stays_it()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("ZZEUR", "Other euro", string.Empty);

        var coupling = await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "ZZEUR" }, SystemSide.Sales);
        Assert.Equal("ZZEUR", await SymbolAsync());
        Assert.Empty(await world.RunAsync("CURRENCY"));

        await world.Desk.BcAsync("currencies", new { id = coupling.BcId, symbol = "Z" });
        await world.RunAsync("CURRENCY");
        Assert.Equal("Z", await SymbolAsync());

        await world.Desk.BcAsync("currencies", new { id = coupling.BcId, symbol = string.Empty });
        await world.RunAsync("CURRENCY");
        Assert.Equal("ZZEUR", await SymbolAsync());

        async Task<string> SymbolAsync() =>
            (await world.Desk.RowAsync("sales", "transactioncurrencies", coupling.SalesId))!["currencysymbol"]!.ToString();
    }

    [Fact]
    public async Task A_currency_that_Sales_has_already_is_coupled_by_its_code()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("ZZEUR", "Other euro", "Z");
        var existing = await world.Desk.AddAsync(
            "transactioncurrencies", new { isocurrencycode = "ZZEUR", currencyname = "Old name", currencysymbol = "?", exchangerate = 1.5m });
        await world.ChangeAsync(new TableMappingChange { Name = "CURRENCY", SyncOnlyCoupled = false });

        await world.RunAsync("CURRENCY");

        Assert.Equal(existing, Assert.Single(await world.CouplingsAsync("CURRENCY")).SalesId);
        var row = (await world.Desk.RowAsync("sales", "transactioncurrencies", existing))!;
        Assert.Equal(("Other euro", 0.9m), (row["currencyname"]!.ToString(), row["exchangerate"]!.GetValue<decimal>()));
        Assert.Equal("0/1/0/0/0/1/0", (await world.LastJobAsync("CURRENCY", SyncDirection.ToSales)).Line());
    }
}
