using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Statistics;

/// <summary>The account shows what its customer owes, ordered and bought.</summary>
public sealed class StatisticsFigureTests
{
    [Fact]
    [Trait("Scenario", "STA-101")]
    public async Task The_first_update_creates_the_statistics_and_links_them_to_the_account()
    {
        await using var world = await OrderWorld.OpenAsync();
        var invoice = await world.WriteDocumentAsync("Invoice", "C1", 250m);
        var due = await world.WithTaxAsync(invoice);

        var result = Assert.Single(await world.UpdateStatisticsAsync("C1"));

        Assert.Equal((SyncAction.Created, "C1", null), (result.Action, result.BcNo, result.Error));
        var figures = (await world.FiguresAsync(world.Customer))!;
        Assert.Equal(("C1", "Adatum"), (figures["nav_customerno"]!.ToString(), figures["nav_name"]!.ToString()));
        Assert.Equal(due, figures.Number("nav_outstandinginvoiceslcy"));
        Assert.Equal("2026-03-02", figures["nav_overdueamountsasof"]!.ToString()[..10]);
    }

    [Fact]
    [Trait("Scenario", "STA-101")]
    public async Task What_happens_later_shows_with_the_next_update()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.UpdateStatisticsAsync("C1");
        var order = await world.WriteDocumentAsync("Order", "C1", 100m);
        Assert.Equal(0m, (await world.FiguresAsync(world.Customer))!.Number("nav_outstandingorderslcy"));

        Assert.Equal(SyncAction.Updated, Assert.Single(await world.UpdateStatisticsAsync("C1")).Action);

        Assert.Equal(await world.WithTaxAsync(order), (await world.FiguresAsync(world.Customer))!.Number("nav_outstandingorderslcy"));
        Assert.Equal(SyncAction.Unchanged, Assert.Single(await world.UpdateStatisticsAsync("C1")).Action);
    }

    [Fact]
    public async Task Posted_sales_are_balance_and_sales_of_the_year()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.PostAsync("C1", 100m);

        var result = Assert.Single(await world.UpdateStatisticsAsync());

        Assert.Equal(100m, result.TotalSales);
        Assert.InRange(result.Balance!.Value, 100m, 130m);
        var figures = (await world.FiguresAsync(world.Customer))!;
        Assert.Equal((result.Balance, 100m), (figures.Number("nav_balancelcy"), figures.Number("nav_totalsaleslcy")));
    }

    [Fact]
    public async Task A_customer_without_sales_shows_zeros_and_not_nothing()
    {
        await using var world = await OrderWorld.OpenAsync();

        await world.UpdateStatisticsAsync("C1");

        var figures = (await world.FiguresAsync(world.Customer))!;
        Assert.All(
            figures.Where(column => column.Key.EndsWith("lcy", StringComparison.Ordinal)), column => Assert.Equal(0m, column.Value?.GetValue<decimal>()));
    }

    [Fact]
    public async Task Figures_are_in_the_local_currency_of_Business_Central()
    {
        await using var world = await OrderWorld.OpenAsync();

        await world.UpdateStatisticsAsync("C1");

        var currency = (await world.FiguresAsync(world.Customer))!.Id("transactioncurrencyid")!.Value;
        var local = (await world.Desk.RowAsync("sales", "transactioncurrencies", currency))!["isocurrencycode"]!.ToString();
        Assert.Equal((await world.Desk.RowsAsync("bc", "generalLedgerSetup"))[0]["localCurrencyCode"]!.ToString(), local);
    }

    [Fact]
    [Trait("DocumentError", "S-02")]
    public async Task Without_the_base_currency_of_Sales_the_local_one_is_not_made_up()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.db");
        await using var world = await OrderWorld.OpenAsync(statePath: path);
        var setup = (await world.Desk.RowsAsync("bc", "generalLedgerSetup"))[0];
        await world.Desk.SilentlyAsync("bc", "generalLedgerSetup", new { id = setup.Id("id"), localCurrencyCode = "DKK" });
        await world.Desk.FaultAsync(new { system = "sales", path = "organizations", operation = true, status = 403, code = "0x80040220", message = "No right." });
        await world.World.ReconnectAsync(path);

        var error = Assert.Single(await world.UpdateStatisticsAsync("C1")).Error;

        Assert.Equal(("BcSync.Currency.BaseUnknown", FailureClass.Configuration, "C1"), (error?.ErrorId, error?.Class, error?.BcNo));
        Assert.Contains("customer C1", error!.Message, StringComparison.Ordinal);
        Assert.Contains("DKK", error.Message, StringComparison.Ordinal);
        Assert.Contains("Connect-BcSync", error.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.Desk.RowsAsync("sales", "transactioncurrencies"), row => row["isocurrencycode"]!.ToString() == "DKK");
        Assert.Empty(await world.Desk.RowsAsync("sales", "nav_accountstatisticses"));
        await world.Desk.ClearFaultsAsync();
        await world.World.ReconnectAsync(path);
        Assert.Equal("BcSync.Currency.NoExchangeRate", Assert.Single(await world.UpdateStatisticsAsync("C1")).Error?.ErrorId);
    }

    [Fact]
    [Trait("DocumentQuirk", "29")]
    public async Task Overdue_amounts_are_of_the_day_they_are_shown_for()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.PostAsync("C1", 100m);
        await world.UpdateStatisticsAsync("C1");
        Assert.Equal((0m, "2026-03-02"), await OverdueAsync(world));
        world.World.Clock.Advance(TimeSpan.FromDays(60));

        var balance = Assert.Single(await world.UpdateStatisticsAsync("C1")).Balance!.Value;

        Assert.Equal((balance, "2026-05-01"), await OverdueAsync(world));
        Assert.NotEqual(0m, balance);
    }

    [Fact]
    public async Task Without_the_companion_app_the_figures_are_fewer_and_that_is_said()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.PostAsync("C1", 100m);

        var result = Assert.Single(await world.UpdateStatisticsAsync("C1"));

        Assert.Equal((SyncAction.Created, null), (result.Action, result.Error));
        Assert.Equal(result.Balance, (await world.FiguresAsync(world.Customer))!.Number("nav_balancelcy"));
        Assert.Contains(world.World.Observer.Warnings, warning => warning.Contains("companion app", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_hundred_customers_cost_few_requests()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.World.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
        await world.Desk.BcAsync("customers", [.. Enumerable.Range(1, 199).Select(index => new { number = $"D{index:000}", displayName = $"Customer {index}" })]);
        await world.World.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await world.Desk.ResetRequestsAsync();

        var results = await world.UpdateStatisticsAsync();

        Assert.Equal(200, results.Count(result => result.Action is SyncAction.Created));
        Assert.InRange((await world.Desk.RequestsAsync()).Sum(count => count.Requests), 1, 40);
    }

    private static async Task<(decimal Amount, string Day)> OverdueAsync(OrderWorld world)
    {
        var figures = (await world.FiguresAsync(world.Customer))!;
        return (figures.Number("nav_overdueamountslcy")!.Value, figures["nav_overdueamountsasof"]!.ToString()[..10]);
    }
}
