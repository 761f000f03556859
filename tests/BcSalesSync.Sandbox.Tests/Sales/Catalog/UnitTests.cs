using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales.Catalog;

public sealed class UnitTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_new_group_brings_its_base_unit_along()
    {
        var group = await _client.CreateAsync("uomschedules", new { name = "NAV PCS", baseuomname = "PCS" });

        var unit = Assert.Single(await _client.RowsAsync(
            $"uoms?$select=name,quantity,isschedulebaseuom,_baseuom_value&$filter=_uomscheduleid_value eq {group}"));
        Assert.Equal("PCS", unit.GetProperty("name").GetString());
        Assert.Equal("1.00000", unit.GetProperty("quantity").GetRawText());
        Assert.True(unit.GetProperty("isschedulebaseuom").GetBoolean());
        Assert.Equal(JsonValueKind.Null, unit.GetProperty("_baseuom_value").ValueKind);
        Assert.Equal(0, await _client.StateAsync($"uomschedules({group})"));
    }

    [Fact]
    public async Task A_group_must_name_itself_and_its_base_unit()
    {
        (await _client.SendAsync("POST", "uomschedules", new { name = "NAV PCS" })).Refuses(HttpStatusCode.BadRequest, "0x80043810");
        (await _client.SendAsync("POST", "uomschedules", new { baseuomname = "PCS" })).Refuses(HttpStatusCode.BadRequest, "0x80040200");
    }

    [Fact]
    public async Task A_further_unit_is_a_multiple_of_the_base_unit_unless_it_names_another()
    {
        var (group, unit) = await _client.CreateGroupAsync();
        var box = await _client.CreateUnitAsync(group, "BOX", 12);
        var pallet = await _client.CreateAsync("uoms", new Dictionary<string, object>
        {
            ["name"] = "PALLET", ["quantity"] = 40, ["uomscheduleid@odata.bind"] = $"/uomschedules({group})",
            ["baseuom@odata.bind"] = $"/uoms({box})",
        });

        Assert.Equal(unit, (await _client.GetAsync($"uoms({box})")).GetProperty("_baseuom_value").GetGuid());
        Assert.False((await _client.GetAsync($"uoms({box})")).GetProperty("isschedulebaseuom").GetBoolean());
        Assert.Equal(box, (await _client.GetAsync($"uoms({pallet})")).GetProperty("_baseuom_value").GetGuid());
    }

    [Fact]
    public async Task A_unit_stays_within_its_group()
    {
        var (group, _) = await _client.CreateGroupAsync();
        var (other, foreign) = await _client.CreateGroupAsync("KG");
        var box = await _client.CreateUnitAsync(group, "BOX", 12);

        (await _client.SendAsync("POST", "uoms", new { name = "BOX", quantity = 12 })).Refuses(HttpStatusCode.BadRequest, "0x80043B0A");
        (await _client.PatchAsync($"uoms({box})", Bind("baseuom", "uoms", foreign))).Refuses(HttpStatusCode.BadRequest, "0x80043B0B");
        (await _client.PatchAsync($"uoms({box})", Bind("uomscheduleid", "uomschedules", other)))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Fact]
    public async Task Units_cannot_be_multiples_of_each_other()
    {
        var (group, _) = await _client.CreateGroupAsync();
        var box = await _client.CreateUnitAsync(group, "BOX", 12);
        var pallet = await _client.CreateUnitAsync(group, "PALLET", 480);
        await _client.ChangeAsync($"uoms({pallet})", Bind("baseuom", "uoms", box));

        (await _client.PatchAsync($"uoms({box})", Bind("baseuom", "uoms", pallet))).Refuses(HttpStatusCode.BadRequest, "0x80043B1A");
    }

    [Fact]
    public async Task A_base_unit_can_be_renamed_but_is_always_one_of_itself()
    {
        var (group, unit) = await _client.CreateGroupAsync();
        var box = await _client.CreateUnitAsync(group, "BOX", 12);

        await _client.ChangeAsync($"uoms({unit})", new { name = "PIECE" });

        (await _client.PatchAsync($"uoms({unit})", new { quantity = 2 })).Refuses(HttpStatusCode.BadRequest, "0x80043B18");
        (await _client.PatchAsync($"uoms({unit})", Bind("baseuom", "uoms", box))).Refuses(HttpStatusCode.BadRequest, "0x80043B17");
        (await _client.PatchAsync($"uoms({box})", new { quantity = -1 })).Refuses(HttpStatusCode.BadRequest, "0x80044330");
        (await _client.PatchAsync($"uoms({box})", new { isschedulebaseuom = true })).Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Fact]
    public async Task The_name_of_the_base_unit_is_given_once()
    {
        var (group, _) = await _client.CreateGroupAsync();

        (await _client.PatchAsync($"uomschedules({group})", new { baseuomname = "KG" })).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        await _client.ChangeAsync($"uomschedules({group})", new { name = "NAV PIECE" });
    }

    [Fact]
    public async Task A_group_takes_its_units_along_when_it_is_deleted()
    {
        var (group, unit) = await _client.CreateGroupAsync();
        var box = await _client.CreateUnitAsync(group, "BOX", 12);

        (await _client.SendAsync("DELETE", $"uoms({unit})")).Refuses(HttpStatusCode.BadRequest, "0x80043B03");
        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync("DELETE", $"uomschedules({group})")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync("GET", $"uoms({unit})")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync("GET", $"uoms({box})")).Status);
    }

    [Fact]
    public async Task What_a_product_uses_can_neither_be_deleted_nor_deactivated_while_it_is_on_sale()
    {
        var (group, unit) = await _client.CreateGroupAsync();
        var box = await _client.CreateUnitAsync(group, "BOX", 12);
        var row = CatalogSteps.Product("P1", group, box);
        var product = await _client.CreateAsync("products", row);
        await _client.ChangeAsync($"products({product})", new { statecode = 0 });

        (await _client.SendAsync("DELETE", $"uoms({box})")).Refuses(HttpStatusCode.MethodNotAllowed, "0x80040227");
        (await _client.SendAsync("DELETE", $"uomschedules({group})")).Refuses(HttpStatusCode.MethodNotAllowed, "0x80040227");
        (await _client.PatchAsync($"uomschedules({group})", new { statecode = 1 })).Refuses(HttpStatusCode.BadRequest, "0x80040233");

        await _client.ChangeAsync($"products({product})", new { statecode = 1 });
        await _client.ChangeAsync($"uomschedules({group})", new { statecode = 1, statuscode = 2 });
        Assert.Equal(unit, await _client.BaseUnitAsync(group));
    }

    private static Dictionary<string, object> Bind(string navigation, string set, Guid id) =>
        new() { [navigation + "@odata.bind"] = $"/{set}({id})" };
}
