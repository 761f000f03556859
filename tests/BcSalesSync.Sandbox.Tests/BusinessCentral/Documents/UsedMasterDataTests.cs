using System.Net;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

public sealed class UsedMasterDataTests
{
    [Fact]
    public async Task A_customer_with_open_documents_or_entries_is_not_deleted()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.DocumentAsync("Order", "C50000");
        BcSteps.AssertRefused(
            await bc.TryRemoveAsync("customers", await bc.CustomerAsync("C50000")), "Application_DialogException",
            "You cannot delete Customer C50000 because there is at least one outstanding Sales Order for this customer.");
        BcSteps.AssertRefused(
            await bc.TryRemoveAsync("customers", await bc.CustomerAsync("C80000")), "Application_DialogException",
            "You cannot delete Customer C80000 because it has ledger entries in a fiscal year that has not been closed yet.");
        Assert.Equal(
            HttpStatusCode.NoContent, (await bc.TryRemoveAsync("customers", await bc.CustomerAsync("C60000"))).Status);
    }

    [Theory]
    [InlineData("Item", "S-100", "items")]
    [InlineData("Resource", "MARTY", "resources")]
    public async Task A_product_on_an_order_is_not_deleted(string lineType, string lineObjectNumber, string set)
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.OrderAsync(new { lineType, lineObjectNumber, quantity = 1 });
        var product = await bc.FindAsync("sync:" + set, $"number eq '{lineObjectNumber}'");
        BcSteps.AssertRefused(
            await bc.TryRemoveAsync("sync:" + set, product), "Application_DialogException",
            $"You cannot delete {lineType} {lineObjectNumber} because there is at least one outstanding Sales Order that includes this "
            + $"{lineType.ToLowerInvariant()}.");
    }

    [Fact]
    public async Task A_new_number_reaches_documents_and_ledger()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(new { lineType = "Resource", lineObjectNumber = "KATHERINE", quantity = 1 });
        await bc.ChangeAsync("customers", await bc.CustomerAsync("C40000"), new { number = "K4" });
        var resource = await bc.FindAsync("sync:resources", "number eq 'KATHERINE'");
        await bc.ChangeAsync("sync:resources", resource, new { number = "KATE" });
        Assert.Equal("K4", (await bc.AgainAsync(order)).Text("billToCustomerNumber"));
        Assert.Equal("KATE", (await bc.LinesAsync(order))[0].Text("lineObjectNumber"));
        Assert.Equal("K4", (await bc.FindAsync("sync:postedInvoices", "number eq 'PS-INV103001'")).Text("customerNumber"));
        Assert.Equal(2, (await bc.ReadAsync("sync:custLedgerEntries", "?$filter=customerNumber eq 'K4'")).Count);
    }

    [Fact]
    public async Task A_list_that_is_no_part_of_a_row_is_refused()
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(
            await bc.TryCreateAsync("customers", "{\"displayName\":\"Adatum South\",\"contactsInformation\":[]}"), "BadRequest",
            "The property 'contactsInformation' does not exist on type 'Microsoft.NAV.customer'.");
    }
}
