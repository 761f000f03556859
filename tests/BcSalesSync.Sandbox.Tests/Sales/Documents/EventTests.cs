using System.Net;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

public sealed class EventTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_person_submits_an_order()
    {
        var order = await _client.IdOfAsync("salesorders", "salesorderid", "statecode eq 0");

        await _client.PlayAsync(new { type = "submitOrder", orderId = order });

        Assert.Equal((1, 3), await _client.StatesAsync($"salesorders({order})"));
        Assert.Equal(
            await _client.IdOfAsync("systemusers", "systemuserid", "fullname eq 'Administrator User'"),
            (await _client.GetAsync($"salesorders({order})")).Id("_modifiedby_value"));
    }

    [Fact]
    public async Task A_person_activates_and_wins_a_quote_that_becomes_a_submitted_order_under_its_number()
    {
        var quote = await _client.CreateDocumentAsync("quotes");
        await _client.CreateLineAsync("quote", quote, ("quantity", 2), ("priceperunit", 4000));
        await _client.PlayAsync(new { type = "activateQuote", quoteId = quote });
        Assert.Equal((1, 2), await _client.StatesAsync($"quotes({quote})"));

        var answer = await _client.PlayAsync(new { type = "winQuote", quoteId = quote });

        Assert.Equal((2, 4), await _client.StatesAsync($"quotes({quote})"));
        var order = Assert.Single(await _client.RowsAsync($"salesorders?$filter=_quoteid_value eq {quote}"));
        var source = await _client.GetAsync($"quotes({quote})");
        Assert.Equal(source.Text("quotenumber"), order.Text("ordernumber"));
        Assert.Equal((order.Id("salesorderid"), source.Text("quotenumber")), (answer.Json.Id("orderId"), answer.Json.Text("orderNumber")));
        Assert.Equal(source.Id("_customerid_value"), order.Id("_customerid_value"));
        Assert.Equal((1, 8000m), (order.GetProperty("statecode").GetInt32(), order.Amount("totalamount")));
    }

    [Fact]
    public async Task The_order_of_a_won_quote_may_be_left_active()
    {
        var quote = await _client.ActiveQuoteAsync();

        await _client.PlayAsync(new { type = "winQuote", quoteId = quote, submit = false });

        var order = Assert.Single(await _client.RowsAsync($"salesorders?$filter=_quoteid_value eq {quote}"));
        Assert.Equal(0, order.GetProperty("statecode").GetInt32());
    }

    [Fact]
    public async Task A_person_revises_a_quote()
    {
        var quote = await _client.ActiveQuoteAsync();

        var answer = await _client.PlayAsync(new { type = "reviseQuote", quoteId = quote });

        var number = (await _client.GetAsync($"quotes({quote})")).Text("quotenumber");
        Assert.Equal(0, (await _client.GetAsync($"quotes({answer.Json.Id("quoteId")})")).GetProperty("statecode").GetInt32());
        Assert.Equal(
            [(0, 3), (1, 0)],
            (await _client.RowsAsync($"quotes?$filter=quotenumber eq '{number}'&$orderby=revisionnumber"))
                .Select(row => (row.GetProperty("revisionnumber").GetInt32(), row.GetProperty("statecode").GetInt32())));
    }

    [Fact]
    public async Task A_person_adds_a_note_to_an_order()
    {
        var order = await _client.SubmittedOrderAsync();

        await _client.PlayAsync(new { type = "addNote", orderId = order, subject = "Call", text = "<p>Back on Monday</p>" });

        var note = Assert.Single(await _client.RowsAsync($"annotations?$filter=_objectid_value eq {order}"));
        Assert.Equal(("Call", "<p>Back on Monday</p>", "salesorder"), (
            note.Text("subject"), note.Text("notetext"), note.Text("objecttypecode")));
    }

    [Fact]
    public async Task What_is_not_there_or_not_possible_is_refused()
    {
        foreach (var (details, text) in new (object, string)[]
        {
            (new { type = "submitOrder", orderId = Guid.Empty }, "There is no salesorder"),
            (new { type = "submitOrder" }, "orderId"),
            (new { type = "submitOrder", orderId = await _client.SubmittedOrderAsync() }, "0x80040233"),
            (new { type = "winQuote", quoteId = await _client.CreateDocumentAsync("quotes") }, "0x80040233"),
            (new { type = "winQuote", quoteId = await _client.ActiveQuoteAsync(), submit = "no" }, "true or false"),
        })
        {
            var answer = await _client.SendAsync("POST", "/sandbox/events", details);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains(text, answer.Text, StringComparison.Ordinal);
        }
    }
}
