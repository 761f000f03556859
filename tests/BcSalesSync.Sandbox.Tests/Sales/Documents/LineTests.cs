using System.Net;
using BcSalesSync.Sandbox.Tests.Sales.Catalog;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

public sealed class LineTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_line_needs_a_document()
    {
        (await _client.SendAsync("POST", "quotedetails", DocumentSteps.Row(await _client.BicycleAsync())))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Fact]
    public async Task A_product_is_sold_by_one_of_its_units()
    {
        var bicycle = await _client.BicycleAsync();
        var (_, pieces) = await _client.CreateGroupAsync("PCS");

        await RefusedAsync("0x80043B0D", bicycle[0]);
        await RefusedAsync("0x80043B14", bicycle[0], ("uomid@odata.bind", $"/uoms({pieces})"));
        await RefusedAsync("0x80043B11", bicycle[1]);
    }

    [Fact]
    public async Task A_product_that_is_not_active_is_not_sold()
    {
        var plan = await _client.IdOfAsync("products", "productid", "productnumber eq 'PLAN'");
        var bicycle = await _client.BicycleAsync();

        await RefusedAsync("0x80040233", ("productid@odata.bind", $"/products({plan})"), bicycle[1]);
    }

    [Fact]
    public async Task A_write_in_describes_itself_and_has_neither_product_nor_unit()
    {
        var bicycle = await _client.BicycleAsync();
        (string, object?)[] writeIn = [("isproductoverridden", true), ("productdescription", "Assembly on site")];

        await RefusedAsync("0x80043AFA", [.. writeIn, bicycle[1]]);
        await RefusedAsync("0x80043AFB", [.. writeIn, .. bicycle]);
        await RefusedAsync("0x80040200", ("isproductoverridden", true));
        await RefusedAsync("0x80043B11", ("isproductoverridden", false), ("productdescription", "Assembly on site"));
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(writeIn)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(writeIn[1])).Status);
        Assert.Equal(2, (await _client.RowsAsync(
            "quotedetails?$filter=productdescription eq 'Assembly on site' and isproductoverridden eq true")).Count);
    }

    [Fact]
    public async Task The_unit_beside_a_product_description_is_named_in_the_refusal()
    {
        var answer = await PostAsync(("isproductoverridden", true), ("productdescription", "x"), (await _client.BicycleAsync())[1]);

        Assert.Equal("Both the product description and the unit are set on this line.", answer.Message);
    }

    [Fact]
    public async Task Some_columns_are_given_at_birth_or_never()
    {
        var order = await _client.CreateDocumentAsync("salesorders");
        var line = await _client.CreateLineAsync("salesorder", order, ("quantity", 1), ("producttypecode", 1));

        foreach (var change in new object[]
        {
            new { isproductoverridden = true }, new { producttypecode = 2 }, new { volumediscountamount = 1 },
            new { salesorderstatecode = 1 },
        })
        {
            (await _client.PatchAsync($"salesorderdetails({line})", change)).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        }

        await RefusedAsync("0x80040203", [.. await _client.BicycleAsync(), ("baseamount", 1)]);
    }

    [Fact]
    public async Task A_line_shows_owner_state_and_lock_of_its_document()
    {
        var owner = await _client.IdOfAsync("systemusers", "systemuserid", "fullname eq 'Peter Saddow'");
        var order = await _client.CreateDocumentAsync("salesorders", ("ownerid@odata.bind", $"/systemusers({owner})"));
        var line = await _client.CreateLineAsync("salesorder", order, ("quantity", 1));
        var stamp = (await _client.GetAsync($"salesorderdetails({line})")).Text("modifiedon");

        await _client.ChangeAsync($"salesorders({order})", new { ispricelocked = true });
        await _client.SubmitAsync(order);

        var row = await _client.GetAsync($"salesorderdetails({line})");
        Assert.Equal((owner, 1), (row.Id("_ownerid_value"), row.GetProperty("salesorderstatecode").GetInt32()));
        Assert.True(row.GetProperty("salesorderispricelocked").GetBoolean());
        Assert.Equal(stamp, row.Text("modifiedon"));
    }

    [Theory]
    [InlineData("salesorder", 1)]
    [InlineData("quote", 1)]
    [InlineData("invoice", 3)]
    public async Task Lines_of_a_closed_document_are_closed_as_well(string document, int state)
    {
        var id = await _client.CreateDocumentAsync(document + "s");
        var line = await _client.CreateLineAsync(document, id, ("quantity", 1));
        await _client.ChangeAsync($"{document}s({id})", new { statecode = state });

        (await _client.PatchAsync($"{document}details({line})", new { quantity = 2 })).Refuses(HttpStatusCode.BadRequest, "0x80040233");
        (await _client.SendAsync("DELETE", $"{document}details({line})")).Refuses(HttpStatusCode.BadRequest, "0x80040233");
        (await _client.SendAsync(
            "POST", document + "details",
            DocumentSteps.Row([.. await _client.BicycleAsync(), ($"{document}id@odata.bind", $"/{document}s({id})")])))
            .Refuses(HttpStatusCode.BadRequest, "0x80040233");
    }

    private async Task RefusedAsync(string code, params (string Name, object? Value)[] values) =>
        (await PostAsync(values)).Refuses(HttpStatusCode.BadRequest, code);

    private async Task<Answer> PostAsync(params (string Name, object? Value)[] values) => await _client.SendAsync(
        "POST", "quotedetails",
        DocumentSteps.Row([("quoteid@odata.bind", $"/quotes({await _client.CreateDocumentAsync("quotes")})"), .. values]));
}
