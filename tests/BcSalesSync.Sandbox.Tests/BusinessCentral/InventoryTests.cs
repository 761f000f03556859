using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class InventoryTests
{
    [Fact]
    public async Task An_adjustment_adds_an_entry_and_leaves_the_item_itself_alone()
    {
        using var bc = await BcClient.ConnectAsync();
        var before = await bc.FindAsync("sync:items", "number eq '1896-S'");
        await bc.PostAsync("events", new { type = "adjustInventory", itemNo = "1896-s", quantity = 5 });
        var after = await bc.FindAsync("sync:items", "number eq '1896-S'");
        Assert.Equal((4m, 9m), (before.Number("inventory"), after.Number("inventory")));
        Assert.Equal(before.Version(), after.Version());
        Assert.Equal(before.Text("systemModifiedAt"), after.Text("systemModifiedAt"));
        var entry = await LastEntryAsync(bc, "1896-S");
        Assert.Equal(("Positive_x0020_Adjmt_x002E_", 5m), (entry.Text("entryType"), entry.Number("quantity")));
    }

    [Fact]
    public async Task Stock_can_go_down_and_below_zero()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.PostAsync("events", new { type = "adjustInventory", itemNo = "1908-S", quantity = -2.5m });
        Assert.Equal(-2.5m, (await bc.FindAsync("sync:items", "number eq '1908-S'")).Number("inventory"));
        Assert.Equal(
            "Negative_x0020_Adjmt_x002E_", (await bc.FindAsync("itemLedgerEntries", "itemNumber eq '1908-S'")).Text("entryType"));
    }

    [Fact]
    public async Task New_entries_have_rising_numbers()
    {
        using var bc = await BcClient.ConnectAsync();
        var last = (await bc.ReadAsync("itemLedgerEntries", "?$orderby=entryNumber desc&$top=1"))[0].GetProperty("entryNumber").GetInt32();
        await bc.PostAsync("events", new { type = "adjustInventory", itemNo = "1000", quantity = 1 });
        await bc.PostAsync("events", new { type = "adjustInventory", itemNo = "1001", quantity = 1 });
        var entries = await bc.ReadAsync("itemLedgerEntries", $"?$filter=entryNumber gt {last}");
        Assert.Equal(["1000", "1001"], entries.Select(entry => entry.Text("itemNumber")));
    }

    [Fact]
    public async Task Writing_the_inventory_posts_the_difference()
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.FindAsync("items", "number eq '1000'");
        Assert.Equal(32m, item.Number("inventory"));
        Assert.Equal(30m, (await bc.ChangeAsync("items", item, new { inventory = 30 })).Number("inventory"));
        Assert.Equal(-2m, (await LastEntryAsync(bc, "1000")).Number("quantity"));
        BcSteps.AssertRefused(
            await bc.TryCreateAsync("items", new { displayName = "Bench", inventory = 3 }), "Application_DialogException",
            "Inventory cannot be changed during on insert.");
    }

    [Theory]
    [InlineData("{\"type\":\"adjustInventory\",\"itemNo\":\"1972-S\",\"quantity\":1}",
        "Application_FieldValidationException: Blocked must be equal to 'No' in Item: No.=1972-S. Current value is 'Yes'.")]
    [InlineData("{\"type\":\"adjustInventory\",\"itemNo\":\"S-100\",\"quantity\":1}",
        "Application_FieldValidationException: Type must be equal to 'Inventory' in Item: No.=S-100. Current value is 'Service'.")]
    [InlineData("{\"type\":\"adjustInventory\",\"itemNo\":\"1000\",\"quantity\":0}",
        "Application_DialogException: There is nothing to post.")]
    [InlineData("{\"type\":\"adjustInventory\",\"itemNo\":\"NOPE\",\"quantity\":1}", "There is no item 'NOPE'.")]
    [InlineData("{\"type\":\"adjustInventory\",\"quantity\":1}", "The event 'adjustInventory' needs the text 'itemNo'.")]
    [InlineData("{\"type\":\"adjustInventory\",\"itemNo\":\"1000\",\"quantity\":\"1\"}",
        "The event 'adjustInventory' needs the number 'quantity'.")]
    public async Task An_adjustment_that_cannot_be_is_answered_with_what_is_wrong(string body, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        var before = (await bc.ReadAsync("itemLedgerEntries")).Count;
        var (status, answer) = await bc.SendAsync(HttpMethod.Post, "/sandbox/events", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(message, BcClient.MessageOf(answer));
        Assert.Equal(before, (await bc.ReadAsync("itemLedgerEntries")).Count);
    }

    private static async Task<JsonElement> LastEntryAsync(BcClient bc, string item) => Assert.Single(
        await bc.ReadAsync("itemLedgerEntries", $"?$filter=itemNumber eq '{item}'&$orderby=entryNumber desc&$top=1"));
}
