using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Sales.Catalog;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

public sealed class DocumentTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("salesorder", "ordernumber", "ORD-")]
    [InlineData("quote", "quotenumber", "QUO-")]
    [InlineData("invoice", "invoicenumber", "INV-")]
    public async Task A_document_gets_a_number_of_its_own_that_never_changes(string document, string column, string prefix)
    {
        var first = await _client.CreateDocumentAsync(document + "s");
        var second = await _client.CreateDocumentAsync(document + "s", (column, "MINE-1"));

        var given = (await _client.GetAsync($"{document}s({first})")).Text(column)!;
        Assert.StartsWith(prefix, given, StringComparison.Ordinal);
        (await _client.SendAsync("POST", document + "s", new Dictionary<string, object> { [column] = given }))
            .Refuses(HttpStatusCode.PreconditionFailed, "0x80040237");
        (await _client.PatchAsync($"{document}s({second})", new Dictionary<string, object> { [column] = "MINE-2" }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Theory]
    [InlineData("salesorder", 1)]
    [InlineData("quote", 1)]
    [InlineData("invoice", 2)]
    public async Task A_document_is_born_in_its_first_state_with_totals_of_its_own(string document, int state)
    {
        (await _client.SendAsync("POST", document + "s", new { name = "x", statecode = state }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");
        (await _client.SendAsync("POST", document + "s", new { name = "x", totalamount = 1 }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");

        Assert.Equal((0, 1), await _client.StatesAsync($"{document}s({await _client.CreateDocumentAsync(document + "s")})"));
    }

    [Fact]
    public async Task Account_and_contact_follow_from_the_customer()
    {
        var order = await _client.CreateDocumentAsync("salesorders");
        var account = await _client.AccountAsync("Adatum Corp.");
        Assert.Equal(account, (await _client.GetAsync($"salesorders({order})")).Id("_accountid_value"));
        var contact = await _client.IdOfAsync("contacts", "contactid", "firstname eq 'Mira'");

        await _client.ChangeAsync(
            $"salesorders({order})", DocumentSteps.Row(("customerid_contact@odata.bind", $"/contacts({contact})")));

        var row = await _client.GetAsync($"salesorders({order})");
        Assert.Equal((contact, JsonValueKind.Null), (row.Id("_contactid_value"), row.GetProperty("_accountid_value").ValueKind));
        (await _client.PatchAsync($"salesorders({order})", DocumentSteps.Row(("accountid@odata.bind", $"/accounts({account})"))))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Fact]
    public async Task The_currency_of_an_order_stays_but_that_of_a_quote_may_change_with_its_lines()
    {
        var dollar = DocumentSteps.Row(
            ("transactioncurrencyid@odata.bind", $"/transactioncurrencies({await _client.CreateDollarAsync()})"));
        (await _client.PatchAsync($"salesorders({await _client.CreateDocumentAsync("salesorders")})", dollar))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");
        var quote = await _client.CreateDocumentAsync("quotes");
        var line = await _client.CreateLineAsync("quote", quote, ("quantity", 1), ("priceperunit", 125));

        await _client.ChangeAsync($"quotes({quote})", dollar);

        Assert.Equal(100m, (await _client.GetAsync($"quotedetails({line})")).Amount("priceperunit_base"));
    }

    [Fact]
    public async Task Addresses_are_shown_in_one_text()
    {
        var order = await _client.CreateDocumentAsync(
            "salesorders", ("shipto_line1", "Pier 7"), ("shipto_city", "Seattle"), ("shipto_postalcode", "98101"),
            ("billto_line1", "Main St"));

        var row = await _client.GetAsync($"salesorders({order})");

        Assert.Equal(("Pier 7\r\nSeattle 98101", "Main St"), (row.Text("shipto_composite"), row.Text("billto_composite")));
    }

    [Fact]
    public async Task A_document_is_created_and_read_with_its_lines()
    {
        var order = await _client.CreateDocumentAsync("salesorders", ("order_details", new[]
        {
            DocumentSteps.Row([.. await _client.BicycleAsync(), ("quantity", 2), ("priceperunit", 4000)]),
            DocumentSteps.Row(("isproductoverridden", true), ("productdescription", "Assembly"), ("quantity", 1), ("priceperunit", 65)),
        }));

        var row = await _client.GetAsync(
            $"salesorders({order})?$select=totalamount&$expand=order_details($select=lineitemnumber,baseamount)");

        Assert.Equal(8065m, row.Amount("totalamount"));
        Assert.Equal(
            [(1, 8000m), (2, 65m)],
            row.GetProperty("order_details").EnumerateArray()
                .Select(line => (line.GetProperty("lineitemnumber").GetInt32(), line.Amount("baseamount"))).Order());
    }

    [Fact]
    public async Task A_document_whose_line_is_refused_is_not_created()
    {
        var answer = await _client.SendAsync("POST", "quotes", new { name = "Torn", quote_details = new[] { new { quantity = 1 } } });

        answer.Refuses(HttpStatusCode.BadRequest, "0x80043B11");
        Assert.Empty(await _client.RowsAsync("quotes?$filter=name eq 'Torn'"));
    }

    [Fact]
    public async Task A_deleted_document_takes_its_lines_along()
    {
        var order = await _client.CreateDocumentAsync("salesorders");
        await _client.CreateLineAsync("salesorder", order, ("quantity", 1));

        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync("DELETE", $"salesorders({order})")).Status);

        Assert.Empty(await _client.RowsAsync($"salesorderdetails?$filter=_salesorderid_value eq {order}"));
    }

    [Fact]
    public async Task Changed_documents_and_lines_are_tracked()
    {
        foreach (var set in new[]
        {
            "salesorders", "salesorderdetails", "quotes", "quotedetails", "invoices", "invoicedetails", "annotations",
        })
        {
            var page = await _client.GetAsync($"{set}?$select=createdon", "odata.track-changes");
            Assert.True(page.TryGetProperty("@odata.deltaLink", out _));
        }
    }

    [Fact]
    public async Task The_metadata_name_the_lines_and_the_schema_case_of_the_company()
    {
        var relations = (await _client.GetAsync("EntityDefinitions(LogicalName='salesorderdetail')/ManyToOneRelationships"))
            .GetProperty("value").EnumerateArray().ToList();
        var company = (await _client.GetAsync("EntityDefinitions(LogicalName='invoice')/ManyToOneRelationships"))
            .GetProperty("value").EnumerateArray().Single(relation => relation.Text("ReferencingAttribute") == "bcbi_companyid");

        Assert.Equal("order_details", relations.Single(relation => relation.Text("ReferencingAttribute") == "salesorderid")
            .Text("ReferencedEntityNavigationPropertyName"));
        Assert.Equal("bcbi_CompanyId", company.Text("ReferencingEntityNavigationPropertyName"));
    }
}
