using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Sales.Catalog;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

public sealed class AmountTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("salesorder")]
    [InlineData("quote")]
    [InlineData("invoice")]
    public async Task Lines_and_totals_follow_from_prices_discounts_and_taxes(string document)
    {
        var id = await _client.CreateDocumentAsync(document + "s");
        var first = await LineAsync(document, id, 10, 400, 5000);
        var second = await LineAsync(document, id, 5, 250, 3000);

        var line = await _client.GetAsync($"{document}details({first})");
        Assert.Equal((37_200m, 41_800m), (line.Amount("baseamount"), line.Amount("extendedamount")));
        line = await _client.GetAsync($"{document}details({second})");
        Assert.Equal((18_600m, 21_350m), (line.Amount("baseamount"), line.Amount("extendedamount")));
        await HasTotalsAsync(document, id, 650m, 55_150m, 8000m, 55_150m, 650m, 63_150m);

        await _client.ChangeAsync($"{document}s({id})", new { discountamount = 3500, discountpercentage = 9, freightamount = 1020 });

        await HasTotalsAsync(document, id, 650m, 55_150m, 8000m, 46_686.50m, 9113.50m, 55_706.50m);
    }

    [Fact]
    public async Task A_line_is_worked_out_when_it_is_created_and_the_totals_forget_a_deleted_one()
    {
        var order = await _client.CreateDocumentAsync("salesorders");
        var line = await _client.CreateLineAsync("salesorder", order, ("quantity", 2), ("priceperunit", 4000));
        await _client.CreateLineAsync("salesorder", order, ("quantity", 1), ("priceperunit", 100));
        Assert.Equal(8100m, (await _client.GetAsync($"salesorders({order})")).Amount("totalamount"));

        await _client.SendAsync("DELETE", $"salesorderdetails({line})");

        Assert.Equal(100m, (await _client.GetAsync($"salesorders({order})")).Amount("totalamount"));
    }

    [Fact]
    public async Task An_invoice_line_begins_at_zero_and_takes_its_amounts_from_a_later_write()
    {
        var invoice = await _client.CreateDocumentAsync("invoices");
        var line = await _client.CreateLineAsync("invoice", invoice, ("quantity", 2), ("priceperunit", 4000));
        var row = await _client.GetAsync($"invoicedetails({line})");
        Assert.Equal((0m, 0m), (row.Amount("baseamount"), row.Amount("extendedamount")));

        await _client.ChangeAsync($"invoicedetails({line})", new { baseamount = 7999.5, extendedamount = 9519.41 });
        await _client.ChangeAsync($"invoicedetails({line})", new { description = "As posted" });

        row = await _client.GetAsync($"invoicedetails({line})");
        Assert.Equal((7999.5m, 9519.41m), (row.Amount("baseamount"), row.Amount("extendedamount")));
    }

    [Fact]
    public async Task Totals_that_are_given_stand_when_the_state_changes()
    {
        var invoice = await _client.CreateDocumentAsync("invoices");
        await _client.ChangeAsync($"invoices({invoice})", new { totalamount = 119.01, totaltax = 19.01, totalamountlessfreight = 100 });
        await _client.ChangeAsync($"invoices({invoice})", new { statuscode = 4 });
        await _client.ChangeAsync($"invoices({invoice})", new { statecode = 2, statuscode = 100001 });

        var row = await _client.GetAsync($"invoices({invoice})");
        Assert.Equal((119.01m, 19.01m), (row.Amount("totalamount"), row.Amount("totaltax")));
    }

    [Fact]
    public async Task An_order_is_worked_out_with_every_write_only_while_Business_Central_takes_orders_over()
    {
        var order = await _client.CreateDocumentAsync("salesorders");
        await _client.CreateLineAsync("salesorder", order, ("quantity", 1), ("priceperunit", 100));
        await _client.ChangeAsync($"salesorders({order})", new { totalamount = 77 });
        await _client.ChangeAsync($"salesorders({order})", new { name = "Again" });
        Assert.Equal(100m, (await _client.GetAsync($"salesorders({order})")).Amount("totalamount"));

        await _client.SetOrganizationAsync(new { issopintegrationenabled = false });
        await _client.ChangeAsync($"salesorders({order})", new { totalamount = 77 });
        await _client.ChangeAsync($"salesorders({order})", new { name = "And again" });
        Assert.Equal(77m, (await _client.GetAsync($"salesorders({order})")).Amount("totalamount"));

        await _client.CreateLineAsync("salesorder", order, ("quantity", 1), ("priceperunit", 10));
        Assert.Equal(110m, (await _client.GetAsync($"salesorders({order})")).Amount("totalamount"));
    }

    [Fact]
    public async Task Nothing_is_worked_out_when_the_organisation_calculates_no_prices()
    {
        await _client.SetOrganizationAsync(new { oobpricecalculationenabled = false });
        var order = await _client.CreateDocumentAsync("salesorders");
        var line = await _client.CreateLineAsync("salesorder", order, ("quantity", 1), ("priceperunit", 100));

        Assert.Equal(
            JsonValueKind.Null, (await _client.GetAsync($"salesorders({order})")).GetProperty("totalamount").ValueKind);
        Assert.Equal(
            JsonValueKind.Null, (await _client.GetAsync($"salesorderdetails({line})")).GetProperty("baseamount").ValueKind);
    }

    [Fact]
    public async Task Amounts_have_twins_in_the_currency_of_the_organisation()
    {
        var dollar = await _client.CreateDollarAsync();
        var order = await _client.CreateDocumentAsync(
            "salesorders", ("transactioncurrencyid@odata.bind", $"/transactioncurrencies({dollar})"));
        var line = await _client.CreateLineAsync("salesorder", order, ("quantity", 1), ("priceperunit", 125));

        var row = await _client.GetAsync($"salesorderdetails({line})");
        Assert.Equal((dollar, 100m), (row.Id("_transactioncurrencyid_value"), row.Amount("priceperunit_base")));
        Assert.Equal(100m, (await _client.GetAsync($"salesorders({order})")).Amount("totalamount_base"));
    }

    // As fixtures do it: the volume discount is none a client can write.
    private async Task<Guid> LineAsync(string document, Guid id, int quantity, int discount, int tax)
    {
        var line = await _client.CreateLineAsync(document, id);
        await _client.ControlAsync("rows", new
        {
            system = "sales", set = document + "details", silent = true,
            rows = new[] { new Dictionary<string, object> { [document + "detailid"] = line, ["volumediscountamount"] = 280 } },
        });
        await _client.ChangeAsync(
            $"{document}details({line})", new { quantity, priceperunit = 4000, manualdiscountamount = discount, tax });
        return line;
    }

    private async Task HasTotalsAsync(
        string document, Guid id, decimal lineDiscount, decimal lineAmount, decimal tax, decimal lessFreight, decimal discount,
        decimal total)
    {
        var row = await _client.GetAsync($"{document}s({id})");
        Assert.Equal(
            [lineDiscount, lineAmount, tax, lessFreight, discount, total],
            new[]
            {
                "totallineitemdiscountamount", "totallineitemamount", "totaltax", "totalamountlessfreight", "totaldiscountamount",
                "totalamount",
            }.Select(name => row.Amount(name)));
    }
}
