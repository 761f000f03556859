using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales.Catalog;

// What most tests of the product catalogue begin with.
public static class CatalogSteps
{
    public static async Task<(Guid Group, Guid Unit)> CreateGroupAsync(this SalesClient client, string unit = "PCS")
    {
        var group = await client.CreateAsync("uomschedules", new { name = "NAV " + unit, baseuomname = unit });
        return (group, await client.BaseUnitAsync(group));
    }

    public static Task<Guid> BaseUnitAsync(this SalesClient client, Guid group) =>
        client.IdOfAsync("uoms", "uomid", $"_uomscheduleid_value eq {group} and isschedulebaseuom eq true");

    public static Task<Guid> CreateUnitAsync(this SalesClient client, Guid group, string name, decimal quantity) => client.CreateAsync(
        "uoms", new Dictionary<string, object>
        {
            ["name"] = name, ["quantity"] = quantity, ["uomscheduleid@odata.bind"] = $"/uomschedules({group})",
        });

    public static Dictionary<string, object?> Product(string number, Guid group, Guid unit) => new()
    {
        ["productnumber"] = number,
        ["name"] = "Product " + number,
        ["price"] = 100,
        ["defaultuomscheduleid@odata.bind"] = $"/uomschedules({group})",
        ["defaultuomid@odata.bind"] = $"/uoms({unit})",
    };

    public static async Task<Guid> CreateProductAsync(this SalesClient client, string number)
    {
        var (group, unit) = await client.CreateGroupAsync("UNIT " + number);
        return await client.CreateAsync("products", Product(number, group, unit));
    }

    // A family or what lies below it.
    public static async Task<Guid> CreateBelowAsync(this SalesClient client, string number, Guid? parent, int structure = 1)
    {
        var (group, unit) = await client.CreateGroupAsync("UNIT " + number);
        var row = Product(number, group, unit);
        row["productstructure"] = structure;
        if (parent is { } family)
        {
            row["parentproductid@odata.bind"] = $"/products({family})";
        }

        return await client.CreateAsync("products", row);
    }

    public static Dictionary<string, object> Line(Guid list, Guid product, Guid unit, decimal amount = 9.5m) => new()
    {
        ["pricelevelid@odata.bind"] = $"/pricelevels({list})",
        ["productid@odata.bind"] = $"/products({product})",
        ["uomid@odata.bind"] = $"/uoms({unit})",
        ["amount"] = amount,
    };

    public static Task<Guid> CreateDollarAsync(this SalesClient client) => client.CreateAsync(
        "transactioncurrencies", new { isocurrencycode = "USD", currencyname = "US dollar", currencysymbol = "$", exchangerate = 1.25 });

    public static Task<Guid> CreateListAsync(this SalesClient client, string name, Guid? currency = null) => client.CreateAsync(
        "pricelevels", currency is { } other
            ? new Dictionary<string, object> { ["name"] = name, ["transactioncurrencyid@odata.bind"] = $"/transactioncurrencies({other})" }
            : new Dictionary<string, object> { ["name"] = name });

    public static Task<Answer> PatchAsync(this SalesClient client, string row, object values) => client.SendAsync("PATCH", row, values);

    public static async Task ChangeAsync(this SalesClient client, string row, object values)
    {
        var answer = await client.PatchAsync(row, values);
        Assert.True(answer.Status == HttpStatusCode.NoContent, answer.Text);
    }

    public static async Task<int> StateAsync(this SalesClient client, string row) =>
        (await client.GetAsync($"{row}?$select=statecode")).GetProperty("statecode").GetInt32();

    public static async Task<JsonElement> OptionsAsync(this SalesClient client, string table, string column) => (await client.GetAsync(
        $"EntityDefinitions(LogicalName='{table}')/Attributes(LogicalName='{column}')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata"
        + "?$select=LogicalName&$expand=OptionSet")).GetProperty("OptionSet").GetProperty("Options");
}
