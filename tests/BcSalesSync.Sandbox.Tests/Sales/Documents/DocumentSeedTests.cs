namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

public sealed class DocumentSeedTests
{
    [Fact]
    public async Task Cronus_has_orders_in_the_states_Business_Central_cares_about()
    {
        using var client = new SalesClient();

        var orders = await client.RowsAsync(
            "salesorders?$orderby=ordernumber&$expand=order_details($select=productdescription,description)");

        Assert.Equal(
            [("ORD-00901-A1B2C3", 1, 27_500m), ("ORD-00902-D4E5F6", 1, 11_908m), ("ORD-00903-G7H8J9", 1, 4000m),
                ("ORD-00904-K1L2M3", 0, 4000m), ("QUO-00903-U1V2W3", 1, 4095m)],
            orders.Select(row => (row.Text("ordernumber")!, row.GetProperty("statecode").GetInt32(), row.Amount("totalamount"))));
        var writeIn = orders[1].GetProperty("order_details").EnumerateArray().Single(line => line.Text("productdescription") is not null);
        Assert.Equal(250, writeIn.Text("description")!.Length);
        Assert.Contains('\n', writeIn.Text("description")!);
        Assert.NotNull(orders[1].Text("requestdeliveryby"));
        Assert.Single(await client.RowsAsync($"annotations?$filter=_objectid_value eq {orders[1].Id("salesorderid")}"));
        Assert.All(orders, order => Assert.Null(order.Text("lastbackofficesubmit")));
    }

    [Fact]
    public async Task Cronus_has_quotes_at_every_stage()
    {
        using var client = new SalesClient();

        var quotes = await client.RowsAsync("quotes?$orderby=quotenumber,revisionnumber&$expand=quote_details($select=quantity)");

        Assert.Equal(
            [("QUO-00901-N4P5Q6", 0, 1, 2), ("QUO-00902-R7S8T9", 0, 3, 7), ("QUO-00902-R7S8T9", 1, 1, 2), ("QUO-00903-U1V2W3", 0, 2, 4)],
            quotes.Select(row => (
                row.Text("quotenumber")!, row.GetProperty("revisionnumber").GetInt32(), row.GetProperty("statecode").GetInt32(),
                row.GetProperty("statuscode").GetInt32())));
        Assert.All(quotes, quote => Assert.NotEqual(0, quote.GetProperty("quote_details").GetArrayLength()));
        Assert.Single(await client.RowsAsync($"salesorders?$filter=_quoteid_value eq {quotes[3].Id("quoteid")} and statecode eq 1"));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("scale:20")]
    public async Task Other_organisations_have_no_documents_yet(string seed)
    {
        using var client = new SalesClient(seed);

        foreach (var set in new[]
        {
            "quotes", "quotedetails", "salesorders", "salesorderdetails", "invoices", "invoicedetails", "annotations",
        })
        {
            Assert.Empty(await client.RowsAsync(set));
        }
    }
}
