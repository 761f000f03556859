using System.Net;
using BcSalesSync.Sandbox.Tests.Sales.Catalog;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

public sealed class ActionTests : IDisposable
{
    private const string OrderClose = "Microsoft.Dynamics.CRM.orderclose";

    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("WinQuote", 4, 2, 4)]
    [InlineData("WinQuote", -1, 2, 4)]
    [InlineData("CloseQuote", 5, 3, 5)]
    [InlineData("CloseQuote", 6, 3, 6)]
    [InlineData("CloseQuote", 7, 3, 7)]
    public async Task An_active_quote_is_won_or_closed_with_an_activity(string action, int reason, int state, int status)
    {
        var quote = await _client.ActiveQuoteAsync();

        var answer = await CloseQuoteAsync(action, reason, quote);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal((state, status), await _client.StatesAsync($"quotes({quote})"));
        var close = Assert.Single(await _client.RowsAsync($"quotecloses?$filter=_quoteid_value eq {quote}"));
        Assert.Equal(("Decided", 1), (close.Text("subject"), close.GetProperty("statecode").GetInt32()));
    }

    [Fact]
    public async Task A_draft_or_a_closed_quote_is_not_closed()
    {
        (await CloseQuoteAsync("WinQuote", 4, await _client.CreateDocumentAsync("quotes")))
            .Refuses(HttpStatusCode.BadRequest, "0x80040233");
        var quote = await _client.ActiveQuoteAsync();
        await CloseQuoteAsync("CloseQuote", 5, quote);

        (await CloseQuoteAsync("CloseQuote", 5, quote)).Refuses(HttpStatusCode.BadRequest, "0x80040233");
        (await _client.PatchAsync($"quotes({quote})", new { statecode = 0 })).Refuses(HttpStatusCode.BadRequest, "0x80040233");
    }

    [Fact]
    public async Task The_reason_must_belong_to_the_state_a_quote_is_closed_with()
    {
        var quote = await _client.ActiveQuoteAsync();

        (await CloseQuoteAsync("WinQuote", 5, quote)).Refuses(HttpStatusCode.BadRequest, "0x80048408");

        Assert.Equal((1, 2), await _client.StatesAsync($"quotes({quote})"));
    }

    [Fact]
    public async Task Closing_needs_a_quote() =>
        (await _client.SendAsync("POST", "WinQuote", new { Status = 4, QuoteClose = new { subject = "x" } }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");

    [Fact]
    public async Task Revising_closes_the_quote_and_answers_a_draft_with_its_number_and_lines()
    {
        var quote = await _client.ActiveQuoteAsync();
        var number = (await _client.GetAsync($"quotes({quote})")).Text("quotenumber");

        var answer = await _client.SendAsync("POST", "ReviseQuote", new { QuoteId = quote, ColumnSet = new { AllColumns = true } });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((number, 1, 0), (
            answer.Json.Text("quotenumber"), answer.Json.GetProperty("revisionnumber").GetInt32(),
            answer.Json.GetProperty("statecode").GetInt32()));
        Assert.Equal(7900m, answer.Json.Amount("totalamount"));
        Assert.EndsWith("$metadata#quotes/$entity", answer.Json.Text("@odata.context"), StringComparison.Ordinal);
        Assert.Equal((3, 7), await _client.StatesAsync($"quotes({quote})"));
        Assert.Single(await _client.RowsAsync($"quotedetails?$filter=_quoteid_value eq {answer.Json.Id("quoteid")}"));
    }

    [Fact]
    public async Task A_quote_has_one_open_revision()
    {
        var quote = await _client.ActiveQuoteAsync();
        var body = new { QuoteId = quote, ColumnSet = new { AllColumns = true } };
        await _client.SendAsync("POST", "ReviseQuote", body);

        (await _client.SendAsync("POST", "ReviseQuote", body)).Refuses(HttpStatusCode.BadRequest, "0x80040233");
    }

    [Fact]
    public async Task A_quote_becomes_an_order_and_is_won_by_that()
    {
        var quote = await _client.ActiveQuoteAsync();

        var order = (await _client.SendAsync(
            "POST", "ConvertQuoteToSalesOrder", new { QuoteId = quote, ColumnSet = new { AllColumns = true } })).Json;

        Assert.Equal((2, 4), await _client.StatesAsync($"quotes({quote})"));
        Assert.Equal((quote, 7900m, 0), (
            order.Id("_quoteid_value"), order.Amount("totalamount"), order.GetProperty("statecode").GetInt32()));
        Assert.Equal(await _client.AccountAsync("Adatum Corp."), order.Id("_customerid_value"));
    }

    [Fact]
    public async Task An_order_becomes_an_invoice_with_amounts_on_its_lines()
    {
        var order = await _client.SubmittedOrderAsync();

        var invoice = (await _client.SendAsync(
            "POST", "ConvertSalesOrderToInvoice", new { SalesOrderId = order, ColumnSet = new { AllColumns = true } })).Json;

        Assert.Equal((order, 8000m), (invoice.Id("_salesorderid_value"), invoice.Amount("totalamount")));
        var line = Assert.Single(await _client.RowsAsync($"invoicedetails?$filter=_invoiceid_value eq {invoice.Id("invoiceid")}"));
        Assert.Equal(8000m, line.Amount("baseamount"));
        Assert.True(line.GetProperty("_salesorderdetailid_value").TryGetGuid(out _));
    }

    [Theory]
    [InlineData("#" + OrderClose, 100001)]
    [InlineData(OrderClose, 100002)]
    [InlineData(null, 100001)]
    public async Task Orders_are_fulfilled_by_an_action_of_their_set(string? type, int status)
    {
        var order = await _client.SubmittedOrderAsync();

        var answer = await CloseOrderAsync("salesorders/Microsoft.Dynamics.CRM.FulfillSalesOrder", status, order, type);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal((3, status), await _client.StatesAsync($"salesorders({order})"));
        Assert.Single(await _client.RowsAsync($"ordercloses?$filter=_salesorderid_value eq {order}"));
    }

    [Fact]
    public async Task Canceling_an_order_has_to_tell_the_type_of_its_activity()
    {
        var order = await _client.SubmittedOrderAsync();

        (await CloseOrderAsync("CancelSalesOrder", 4, order, null)).Refuses(HttpStatusCode.BadRequest, "0x80060888");
        (await CloseOrderAsync("CancelSalesOrder", 4, order, "Microsoft.Dynamics.CRM.quoteclose"))
            .Refuses(HttpStatusCode.BadRequest, "0x80060888");
        Assert.Equal(HttpStatusCode.NoContent, (await CloseOrderAsync("CancelSalesOrder", 4, order, OrderClose)).Status);

        Assert.Equal((2, 4), await _client.StatesAsync($"salesorders({order})"));
        (await CloseOrderAsync("CancelSalesOrder", 4, order, OrderClose)).Refuses(HttpStatusCode.BadRequest, "0x80040233");
    }

    [Fact]
    public async Task An_invoiced_order_is_not_fulfilled()
    {
        var order = await _client.SubmittedOrderAsync();
        await _client.ChangeAsync($"salesorders({order})", new { statecode = 4, statuscode = 100003 });

        (await CloseOrderAsync("salesorders/Microsoft.Dynamics.CRM.FulfillSalesOrder", 100001, order, OrderClose))
            .Refuses(HttpStatusCode.BadRequest, "0x80040233");
    }

    [Theory]
    [InlineData("salesorder", "SalesOrder")]
    [InlineData("invoice", "Invoice")]
    public async Task Locked_prices_keep_the_total_until_they_are_unlocked(string document, string name)
    {
        var id = await _client.CreateDocumentAsync(document + "s");

        var answer = await _client.SendAsync("POST", $"{document}s({id})/Microsoft.Dynamics.CRM.Lock{name}Pricing");
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        await _client.ChangeAsync($"{document}s({id})", new { totalamount = 77, freightamount = 5 });
        await _client.ChangeAsync($"{document}s({id})", new { freightamount = 6 });
        Assert.Equal(77m, (await _client.GetAsync($"{document}s({id})")).Amount("totalamount"));

        answer = await _client.SendAsync("POST", $"Unlock{name}Pricing", new Dictionary<string, object> { [name + "Id"] = id });

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        await _client.ChangeAsync($"{document}s({id})", new { freightamount = 8 });
        Assert.Equal(8m, (await _client.GetAsync($"{document}s({id})")).Amount("totalamount"));
    }

    [Fact]
    public async Task Activities_are_written_by_the_actions_alone() => Assert.Equal(
        HttpStatusCode.MethodNotAllowed, (await _client.SendAsync("POST", "quotecloses", new { subject = "x" })).Status);

    private Task<Answer> CloseQuoteAsync(string action, int status, Guid quote) => _client.SendAsync("POST", action, new
    {
        Status = status, QuoteClose = DocumentSteps.Row(("subject", "Decided"), ("quoteid@odata.bind", $"/quotes({quote})")),
    });

    private Task<Answer> CloseOrderAsync(string action, int status, Guid order, string? type)
    {
        var close = DocumentSteps.Row(("subject", "Done"), ("salesorderid@odata.bind", $"/salesorders({order})"));
        if (type is not null)
        {
            close["@odata.type"] = type;
        }

        return _client.SendAsync("POST", action, new { Status = status, OrderClose = close });
    }
}
