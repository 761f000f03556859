using System.Net;
using BcSalesSync.Sandbox.Tests.Sales.Catalog;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

public sealed class StateTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_submitted_order_is_changed_only_on_its_way_through_the_active_state()
    {
        var order = await _client.SubmittedOrderAsync();
        (await _client.PatchAsync($"salesorders({order})", new { name = "Changed" })).Refuses(HttpStatusCode.BadRequest, "0x80040233");

        await _client.ChangeAsync($"salesorders({order})", new { statecode = 0, statuscode = 2 });
        await _client.ChangeAsync(
            $"salesorders({order})", new { lastbackofficesubmit = "2031-05-06", bcbi_businesscentralordernumber = "S-ORD1" });
        await _client.SubmitAsync(order);

        Assert.Equal((1, 3), await _client.StatesAsync($"salesorders({order})"));
        Assert.Equal("S-ORD1", (await _client.GetAsync($"salesorders({order})")).Text("bcbi_businesscentralordernumber"));
    }

    [Fact]
    public async Task The_way_through_the_active_state_may_be_one_transaction()
    {
        var order = await _client.SubmittedOrderAsync();

        var answer = await _client.ChangeSetAsync(
            ("1", "PATCH", $"salesorders({order})", new { statecode = 0, statuscode = 1, name = "Taken over" }),
            ("2", "PATCH", $"salesorders({order})", new { bcbi_businesscentralordernumber = "S-ORD2" }),
            ("3", "PATCH", $"salesorders({order})", new { statecode = 1, statuscode = 3 }));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var row = await _client.GetAsync($"salesorders({order})");
        Assert.Equal(("Taken over", "S-ORD2"), (row.Text("name"), row.Text("bcbi_businesscentralordernumber")));
        Assert.Equal((1, 3), await _client.StatesAsync($"salesorders({order})"));
    }

    [Fact]
    public async Task An_order_with_lines_is_created_and_submitted_in_one_transaction()
    {
        var order = Guid.Parse("8e7d6c5b-7777-4c1d-9e2f-3a4b5c6d7e03");

        var answer = await _client.ChangeSetAsync(
            ("1", "POST", "salesorders", DocumentSteps.Row(
                ("salesorderid", order), ("ordernumber", "S-ORD1017"),
                ("customerid_account@odata.bind", $"/accounts({await _client.AccountAsync("Fabrikam")})"))),
            ("2", "POST", "salesorderdetails", DocumentSteps.Row(
                [
                    ("salesorderid@odata.bind", "$1"), .. await _client.BicycleAsync(), ("quantity", 2), ("ispriceoverridden", true),
                    ("priceperunit", 450), ("manualdiscountamount", 90), ("tax", 153.9),
                ])),
            ("3", "POST", "salesorderdetails", DocumentSteps.Row(
                ("salesorderid@odata.bind", "$1"), ("isproductoverridden", true), ("productdescription", "Assembly on site"),
                ("quantity", 1), ("priceperunit", 65))),
            ("4", "PATCH", "$1", new { statecode = 1, statuscode = 3 }));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((1, 3), await _client.StatesAsync($"salesorders({order})"));
        Assert.Equal(1028.9m, (await _client.GetAsync($"salesorders({order})")).Amount("totalamount"));
    }

    [Fact]
    public async Task A_line_that_is_refused_keeps_the_whole_transaction_from_being_saved()
    {
        var order = Guid.Parse("8e7d6c5b-7777-4c1d-9e2f-3a4b5c6d7e04");

        var answer = await _client.ChangeSetAsync(
            ("1", "POST", "salesorders", DocumentSteps.Row(("salesorderid", order))),
            ("2", "POST", "salesorderdetails", DocumentSteps.Row(
                ("salesorderid@odata.bind", "$1"), ("isproductoverridden", true), ("productdescription", "Assembly"),
                (await _client.BicycleAsync())[1])));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("0x80043AFA", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync("GET", $"salesorders({order})")).Status);
    }

    [Fact]
    public async Task A_submitted_order_is_open_to_changes_while_Business_Central_takes_no_orders_over()
    {
        var order = await _client.SubmittedOrderAsync();
        await _client.SetOrganizationAsync(new { issopintegrationenabled = false });

        await _client.ChangeAsync($"salesorders({order})", new { name = "Changed" });

        await _client.ChangeAsync($"salesorders({order})", new { statecode = 2 });
        (await _client.PatchAsync($"salesorders({order})", new { name = "Late" })).Refuses(HttpStatusCode.BadRequest, "0x80040233");
    }

    [Theory]
    [InlineData(4, 100003)]
    [InlineData(3, 100001)]
    [InlineData(3, 100002)]
    [InlineData(0, 2)]
    public async Task A_submitted_order_goes_to_another_state_by_a_plain_write(int state, int status)
    {
        var order = await _client.SubmittedOrderAsync();

        await _client.ChangeAsync($"salesorders({order})", new { statecode = state, statuscode = status });

        Assert.Equal((state, status), await _client.StatesAsync($"salesorders({order})"));
    }

    [Fact]
    public async Task A_status_of_another_state_is_refused_by_name()
    {
        var answer = await _client.PatchAsync($"salesorders({await _client.CreateDocumentAsync("salesorders")})", new { statuscode = 4 });

        answer.Refuses(HttpStatusCode.BadRequest, "0x80048408");
        Assert.Equal("4 is not a valid status code for state code SalesOrderState.Active on salesorder.", answer.Message);
    }

    [Fact]
    public async Task A_paid_invoice_stays_as_it_is_until_it_is_active_again()
    {
        var invoice = await _client.CreateDocumentAsync("invoices");
        await _client.ChangeAsync($"invoices({invoice})", new { statecode = 2, statuscode = 100002 });
        (await _client.PatchAsync($"invoices({invoice})", new { statecode = 2, statuscode = 100001 }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040233");
        (await _client.PatchAsync($"invoices({invoice})", new { name = "x" })).Refuses(HttpStatusCode.BadRequest, "0x80040233");

        await _client.ChangeAsync($"invoices({invoice})", new { statecode = 0, statuscode = 4 });
        await _client.ChangeAsync($"invoices({invoice})", new { name = "x" });
        await _client.ChangeAsync($"invoices({invoice})", new { statecode = 2, statuscode = 100001 });

        Assert.Equal((2, 100001), await _client.StatesAsync($"invoices({invoice})"));
    }

    [Fact]
    public async Task A_canceled_invoice_is_paid_only_after_it_was_active_again()
    {
        var invoice = await _client.CreateDocumentAsync("invoices");
        await _client.ChangeAsync($"invoices({invoice})", new { statecode = 3, statuscode = 100003 });
        (await _client.PatchAsync($"invoices({invoice})", new { statecode = 2, statuscode = 100001 }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040233");

        await _client.ChangeAsync($"invoices({invoice})", new { statecode = 0, statuscode = 4 });
        await _client.ChangeAsync($"invoices({invoice})", new { statecode = 2, statuscode = 100001 });

        Assert.Equal((2, 100001), await _client.StatesAsync($"invoices({invoice})"));
    }

    [Fact]
    public async Task An_active_quote_is_not_editable_and_becomes_no_draft()
    {
        var quote = await _client.ActiveQuoteAsync();

        (await _client.PatchAsync($"quotes({quote})", new { name = "x" })).Refuses(HttpStatusCode.BadRequest, "0x80040233");
        (await _client.PatchAsync($"quotes({quote})", new { statecode = 0 })).Refuses(HttpStatusCode.BadRequest, "0x80040233");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_quote_is_not_won_or_closed_by_a_plain_write(int state) =>
        (await _client.PatchAsync($"quotes({await _client.ActiveQuoteAsync()})", new { statecode = state }))
            .Refuses(HttpStatusCode.BadRequest, "0x80100005");
}
