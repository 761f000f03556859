using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Sales.Catalog;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

// What most tests of quotes, orders and invoices begin with.
public static class DocumentSteps
{
    public static Dictionary<string, object?> Row(params (string Name, object? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);

    public static async Task<Guid> CreateDocumentAsync(
        this SalesClient client, string set, params (string Name, object? Value)[] values)
    {
        var account = await client.AccountAsync("Adatum Corp.");
        return await client.CreateAsync(
            set, Row([("name", "Test"), ("customerid_account@odata.bind", $"/accounts({account})"), .. values]));
    }

    // The product of the seed that is sold by its only unit.
    public static async Task<(string Name, object? Value)[]> BicycleAsync(this SalesClient client)
    {
        var product = await client.IdOfAsync("products", "productid", "productnumber eq '1000'");
        var unit = await client.IdOfAsync("uoms", "uomid", "name eq 'Primary Unit'");
        return [("productid@odata.bind", $"/products({product})"), ("uomid@odata.bind", $"/uoms({unit})")];
    }

    public static async Task<Guid> CreateLineAsync(
        this SalesClient client, string document, Guid id, params (string Name, object? Value)[] values) => await client.CreateAsync(
            document + "details",
            Row([($"{document}id@odata.bind", $"/{document}s({id})"), .. await client.BicycleAsync(), .. values]));

    public static Task SubmitAsync(this SalesClient client, Guid order) =>
        client.ChangeAsync($"salesorders({order})", new { statecode = 1, statuscode = 3 });

    public static async Task<Guid> SubmittedOrderAsync(this SalesClient client)
    {
        var order = await client.CreateDocumentAsync("salesorders");
        await client.CreateLineAsync("salesorder", order, ("quantity", 2), ("priceperunit", 4000));
        await client.SubmitAsync(order);
        return order;
    }

    public static async Task<Guid> ActiveQuoteAsync(this SalesClient client)
    {
        var quote = await client.CreateDocumentAsync("quotes");
        await client.CreateLineAsync("quote", quote, ("quantity", 2), ("priceperunit", 4000), ("manualdiscountamount", 100));
        await client.ChangeAsync($"quotes({quote})", new { statecode = 1, statuscode = 2 });
        return quote;
    }

    public static async Task<(int State, int Status)> StatesAsync(this SalesClient client, string row)
    {
        var found = await client.GetAsync($"{row}?$select=statecode,statuscode");
        return (found.GetProperty("statecode").GetInt32(), found.GetProperty("statuscode").GetInt32());
    }

    public static async Task SetOrganizationAsync(this SalesClient client, object values)
    {
        var id = Assert.Single(await client.RowsAsync("organizations?$select=name")).GetProperty("organizationid").GetGuid();
        await client.ChangeAsync($"organizations({id})", values);
    }

    public static decimal Amount(this JsonElement row, string name) => row.GetProperty(name).GetDecimal();

    public static Guid Id(this JsonElement row, string name) => row.GetProperty(name).GetGuid();

    public static string? Text(this JsonElement row, string name) => row.GetProperty(name).GetString();

    // Plays an event and tells what it answers.
    public static async Task<Answer> PlayAsync(this SalesClient client, object details)
    {
        var answer = await client.SendAsync("POST", "/sandbox/events", details);
        Assert.True((int)answer.Status < 300, answer.Text);
        return answer;
    }
}
