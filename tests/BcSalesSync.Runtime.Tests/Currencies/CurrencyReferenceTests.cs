using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Currencies;

public sealed class CurrencyReferenceTests
{
    [Fact]
    [Trait("Scenario", "CUR-113")]
    public async Task A_currency_set_on_a_contact_reaches_the_other_side_in_either_direction()
    {
        await using var world = await CouplingSteps.OpenPreparedAsync();
        await world.CustomersInSalesAsync("C40000");
        var contact = await world.CreatedAsync("CONTACT", new RecordSelector { BcNo = "CT000205" }, SystemSide.Sales);
        var selector = new RecordSelector { BcId = contact.BcId };
        var currencies = (await world.CouplingsAsync("CURRENCY")).ToDictionary(coupling => coupling.BcNo!, coupling => coupling.SalesId);

        await world.Desk.BcAsync("contacts", new { id = contact.BcId, currencyCode = "USD" });
        await world.SyncAsync("CONTACT", SyncDirection.ToSales, selector);
        Assert.Equal(currencies["USD"], CurrencyOf(await world.Desk.RowAsync("sales", "contacts", contact.SalesId)));

        await world.Desk.SalesAsync("contacts", new { contactid = contact.SalesId, _transactioncurrencyid_value = currencies["SEK"] });
        await world.SyncAsync("CONTACT", SyncDirection.ToBusinessCentral, selector);
        Assert.Equal("SEK", (await world.Desk.RowAsync("bc", "contacts", contact.BcId))!["currencyCode"]!.ToString());
    }

    [Fact]
    [Trait("Scenario", "CUR-118")]
    public async Task The_local_currency_is_added_to_Sales_once_when_it_is_missing_there()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "generalLedgerSetup"));
        await world.Desk.SilentlyAsync("bc", "generalLedgerSetup", new { id = setup["id"], localCurrencyCode = "DKK" });
        await world.EnterRateAsync("EUR", "2026-01-01", amount: 1m, relational: 7.5m);
        await world.ReconnectAsync(statePath: null);
        await world.Session.InitializeAsync(new InitializeRequest(), world.Observer, default).CountAsync();
        await world.CoupleSalespeopleAsync();

        var customers = await world.CustomersInSalesAsync("C40000");
        var first = await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", "DKK");
        var others = await world.CustomersInSalesAsync("C60000");

        Assert.Equal(("DKK", "DKK"), (first["currencyname"]!.ToString(), first["currencysymbol"]!.ToString()));
        Assert.Equal((2, 7.5m), (first["currencyprecision"]!.GetValue<int>(), first["exchangerate"]!.GetValue<decimal>()));
        foreach (var coupling in customers.Concat(others))
        {
            var account = await world.Desk.RowAsync("sales", "accounts", coupling.SalesId);
            Assert.Equal(first["transactioncurrencyid"]!.GetValue<Guid>(), CurrencyOf(account));
        }

        await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", "DKK");
    }

    private static Guid CurrencyOf(JsonObject? row) => row!["_transactioncurrencyid_value"]!.GetValue<Guid>();
}
