using System.Globalization;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

public sealed class LedgerTests
{
    private const string Invoices = "sync:postedInvoices";
    private const string Entries = "sync:custLedgerEntries";
    private const string Details = "sync:detailedCustLedgerEntries";

    [Fact]
    public async Task A_payment_in_parts_closes_the_invoice_with_the_last()
    {
        using var bc = await BcClient.ConnectAsync();
        var invoice = await InvoicedAsync(bc);
        await bc.EventAsync(new { type = "receivePayment", invoiceNo = invoice.Text("number"), amount = 25 });
        invoice = await bc.AgainAsync(invoice, Invoices);
        Assert.Equal((100m, false), (invoice.Number("remainingAmount"), invoice.GetProperty("closed").GetBoolean()));
        await bc.EventAsync(new { type = "receivePayment", invoiceNo = invoice.Text("number"), amount = 100 });
        invoice = await bc.AgainAsync(invoice, Invoices);
        Assert.Equal((0m, true), (invoice.Number("remainingAmount"), invoice.GetProperty("closed").GetBoolean()));
        Assert.Equal("Paid", (await bc.AgainAsync(invoice, "salesInvoices")).Text("status"));
        Assert.False((await EntryAsync(bc, invoice)).GetProperty("open").GetBoolean());
    }

    [Fact]
    public async Task Every_movement_is_a_detailed_entry_of_a_higher_number()
    {
        using var bc = await BcClient.ConnectAsync();
        var last = (await bc.ReadAsync(Details)).Max(row => row.Number("entryNumber"));
        var invoice = await InvoicedAsync(bc);
        await bc.EventAsync(new { type = "receivePayment", invoiceNo = invoice.Text("number"), amount = 150 });
        await bc.EventAsync(new { type = "unapplyPayment", invoiceNo = invoice.Text("number") });
        var entry = (await EntryAsync(bc, invoice)).Number("entryNumber");
        var rows = await bc.ReadAsync(Details, FormattableString.Invariant($"?$filter=entryNumber gt {last}"));
        Assert.Equal(
            [
                "1 Initial_x0020_Entry 0 125", "2 Initial_x0020_Entry 1 -150", "3 Application 0 -125", "4 Application 1 125",
                "5 Application 0 125", "6 Application 1 -125",
            ],
            rows.Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Number("entryNumber") - last} {row.Text("entryType")} "
                + $"{row.Number("custLedgerEntryNumber") - entry} {row.Number("amount"):0}")));
        Assert.Equal(125m, (await bc.AgainAsync(invoice, Invoices)).Number("remainingAmount"));
        Assert.True((await EntryAsync(bc, invoice)).GetProperty("open").GetBoolean());
        Assert.Contains(
            "There is no application entry",
            await bc.RefusedEventAsync(new { type = "unapplyPayment", invoiceNo = invoice.Text("number") }));
    }

    [Fact]
    public async Task A_cancelled_invoice_is_settled_by_a_credit_memo_and_the_goods_are_back()
    {
        using var bc = await BcClient.ConnectAsync();
        var invoice = await InvoicedAsync(bc);
        await bc.EventAsync(new { type = "cancelInvoice", invoiceNo = invoice.Text("number") });
        invoice = await bc.AgainAsync(invoice, Invoices);
        Assert.Equal((0m, true, true), (invoice.Number("remainingAmount"), invoice.GetProperty("cancelled").GetBoolean(),
            invoice.GetProperty("closed").GetBoolean()));
        Assert.Equal("Canceled", (await bc.AgainAsync(invoice, "salesInvoices")).Text("status"));
        var memo = await bc.FindAsync(Entries, "documentType eq 'Credit_x0020_Memo'");
        Assert.Equal((-125m, -100m, 0m), (memo.Number("amount"), memo.Number("salesLCY"), memo.Number("remainingAmount")));
        Assert.Equal(49m, (await bc.FindAsync("sync:items", "number eq '1900-S'")).Number("inventory"));
        Assert.Contains(
            "has already been cancelled", await bc.RefusedEventAsync(new { type = "cancelInvoice", invoiceNo = invoice.Text("number") }));
    }

    [Fact]
    public async Task Api_v2_cancels_an_invoice()
    {
        using var bc = await BcClient.ConnectAsync();
        var invoice = await bc.FindAsync("salesInvoices", "number eq 'PS-INV103002'");
        await bc.DoneAsync(invoice, "cancel", "salesInvoices");
        Assert.Equal("Canceled", (await bc.AgainAsync(invoice, "salesInvoices")).Text("status"));
    }

    [Fact]
    public async Task A_paid_invoice_is_not_cancelled()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Contains(
            "fully or partially paid", await bc.RefusedEventAsync(new { type = "cancelInvoice", invoiceNo = "PS-INV103001" }));
    }

    [Fact]
    public async Task A_foreign_invoice_is_owed_in_local_currency_as_well()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.DocumentAsync("Order", "C30000", Chairs(1m));
        var id = await bc.MadeAsync(order, "shipAndInvoice");
        var entry = await EntryAsync(bc, await bc.FindAsync(Invoices, $"id eq {id}"));
        Assert.Equal(("USD", 125m, 112.65m, 90.12m),
            (entry.Text("currencyCode"), entry.Number("amount"), entry.Number("amountLCY"), entry.Number("salesLCY")));
        await bc.EventAsync(new { type = "receivePayment", invoiceNo = entry.Text("documentNumber"), amount = 125 });
        Assert.Equal(0m, (await bc.AgainAsync(entry, Entries)).Number("remainingAmountLCY"));
    }

    [Fact]
    public async Task Statistics_tell_what_a_customer_owes_and_has_ordered()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.PostAsync("reset", new { seed = "cronus", now = "2026-06-15T09:00:00Z" });
        await InvoicedAsync(bc);
        var order = await bc.OrderAsync(Chairs(4m));
        await bc.EventAsync(new
        {
            type = "postOrder", no = order.Text("number"), ship = true, invoice = false,
            lines = new[] { new { sequence = 10000, ship = 1 } },
        });
        await bc.DocumentAsync("Invoice", "C40000", Chairs(2m));
        var before = await StatisticsAsync(bc);
        Assert.Equal((125m, 375m, 125m, 250m, 875m), (before.Number("balanceLCY"), before.Number("outstandingOrdersLCY"),
            before.Number("shippedNotInvoicedLCY"), before.Number("outstandingInvoicesLCY"), before.Number("totalLCY")));
        Assert.Equal((900m, 5000m, 0m),
            (before.Number("totalSalesLCY"), before.Number("creditLimitLCY"), before.Number("overdueAmountLCY")));
        await bc.PostAsync("clock", new { now = "2026-08-15T09:00:00Z" });
        var after = await StatisticsAsync(bc);
        Assert.Equal((125m, "2026-08-15"), (after.Number("overdueAmountLCY"), after.Text("overdueAmountsAsOf")));
        var financials = await bc.FindAsync("customerFinancialDetails", "number eq 'C40000'");
        Assert.Equal((125m, 900m, 125m),
            (financials.Number("balance"), financials.Number("totalSalesExcludingTax"), financials.Number("overdueAmount")));
    }

    [Fact]
    public async Task The_seed_has_a_paid_invoice_and_an_open_one()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal(
            ["PS-INV103001 C40000 1000 0", "PS-INV103002 C80000 625 625"],
            (await bc.ReadAsync(Invoices)).Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Text("number")} {row.Text("customerNumber")} "
                + $"{row.Number("totalAmountIncludingTax"):0} {row.Number("remainingAmount"):0}")));
        Assert.Equal("PS-INV103002", (await bc.FindAsync(Entries, "open eq true")).Text("documentNumber"));
        await bc.EventAsync(new { type = "receivePayment", invoiceNo = "PS-INV103002", amount = 625 });
        Assert.True((await bc.FindAsync(Invoices, "number eq 'PS-INV103002'")).GetProperty("closed").GetBoolean());
    }

    private static object Chairs(decimal quantity) =>
        new { lineType = "Item", lineObjectNumber = "1900-S", quantity, unitPrice = 100m };

    // A posted invoice over 125 euro.
    private static async Task<JsonElement> InvoicedAsync(BcClient bc)
    {
        var order = await bc.OrderAsync(Chairs(1m));
        return await bc.FindAsync(Invoices, $"id eq {await bc.MadeAsync(order, "shipAndInvoice")}");
    }

    private static Task<JsonElement> EntryAsync(BcClient bc, JsonElement invoice) =>
        bc.FindAsync(Entries, $"documentNumber eq '{invoice.Text("number")}'");

    private static Task<JsonElement> StatisticsAsync(BcClient bc) => bc.FindAsync("sync:customerStatistics", "number eq 'C40000'");
}
