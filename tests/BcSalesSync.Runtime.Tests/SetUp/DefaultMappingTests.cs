using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.SetUp;

public sealed class DefaultMappingTests
{
    private static readonly string[] InOrder = ["SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT"];

    [Fact]
    [Trait("Scenario", "SET-105")]
    public async Task Setting_up_creates_the_mappings_and_goes_by_the_base_currency_of_Sales()
    {
        await using var world = await SyncWorld.OpenAsync(setUp: false);
        var organization = Assert.Single(await world.Desk.RowsAsync("sales", "organizations"));
        var euro = Assert.Single(await world.Desk.RowsAsync("sales", "transactioncurrencies"));
        await world.Desk.SilentlyAsync(
            "sales",
            "transactioncurrencies",
            new { transactioncurrencyid = euro["transactioncurrencyid"], isocurrencycode = "ABC", currencysymbol = "ABC" });
        await world.Desk.SilentlyAsync(
            "sales",
            "organizations",
            new { organizationid = organization["organizationid"], basecurrencysymbol = "ABC", currencydecimalprecision = 3 });
        await world.ReconnectAsync(statePath: null);
        var refused = await Assert.ThrowsAsync<SyncException>(
            async () => await world.Session.GetTableMappingsAsync(null, default).CountAsync());
        Assert.Equal("BcSync.Mapping.NotSetUp", refused.Error.ErrorId);

        var created = await world.Session.InitializeAsync(new InitializeRequest(), world.Observer, default).ToListAsync();

        Assert.Equal(InOrder, created.Select(mapping => mapping.Name).Where(InOrder.Contains));
        await world.EnterRateAsync("ABC", "2026-01-01", amount: 2m, relational: 1m);
        await world.AddCurrencyAsync("ZZEUR", "Other euro", "Z");
        var coupling = await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "ZZEUR" }, SystemSide.Sales);
        var row = (await world.Desk.RowAsync("sales", "transactioncurrencies", coupling.SalesId))!;
        Assert.Equal((3, 0.45m), (row["currencyprecision"]!.GetValue<int>(), row["exchangerate"]!.GetValue<decimal>()));
    }

    [Fact]
    [Trait("Scenario", "SET-120")]
    public async Task Mappings_come_in_the_order_in_which_they_run()
    {
        await using var world = await SyncWorld.OpenAsync();

        var names = (await world.Session.GetTableMappingsAsync(null, default).ToListAsync()).Select(mapping => mapping.Name);
        Assert.Equal(InOrder, names.Where(InOrder.Contains));
    }

    [Theory]
    [InlineData("CUSTOMER", SyncDirection.Both, 20, "blocked eq null", "customertypecode eq 3")]
    [InlineData("VENDOR", SyncDirection.Both, 19, "blocked eq null", "customertypecode eq 11")]
    [InlineData("CONTACT", SyncDirection.Both, 20, "type eq 'Person'", "parentcustomeridtype eq 'account'")]
    [InlineData("CURRENCY", SyncDirection.ToSales, 3, "", "")]
    [InlineData("SALESPEOPLE", SyncDirection.ToBusinessCentral, 3, "", "isintegrationuser eq false")]
    [Trait("Scenario", "SET-132")]
    [Trait("Scenario", "SET-133")]
    [Trait("Scenario", "SET-137")]
    public async Task A_default_mapping_only_takes_coupled_records_and_has_the_rules_of_the_standard(
        string name, SyncDirection direction, int rules, string bcFilter, string salesFilter)
    {
        await using var world = await SyncWorld.OpenAsync();

        var mapping = Assert.Single(await world.Session.GetTableMappingsAsync(name, default).ToListAsync());
        var fields = await world.Session.GetFieldMappingsAsync(name, null, default).ToListAsync();

        Assert.Equal((direction, true, true), (mapping.Direction, mapping.SyncOnlyCoupled, mapping.Enabled));
        Assert.Contains(bcFilter, mapping.BcFilter, StringComparison.Ordinal);
        Assert.Contains(salesFilter, mapping.SalesFilter, StringComparison.Ordinal);
        Assert.Equal(rules, fields.Count(IsRuleOfTheStandard));
    }

    // The rules that name the table of a reference are counted there; what the standard does in code is built in here.
    private static bool IsRuleOfTheStandard(BcFieldMapping field) =>
        field.Enabled && (!field.BuiltIn || field.SalesField is "owneridtype" or "parentcustomeridtype");
}
