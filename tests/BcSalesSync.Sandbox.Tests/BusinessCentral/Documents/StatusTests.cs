using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

public sealed class StatusTests
{
    private const string Released = "Status must be equal to 'Open'  in Sales Header: Document Type=Order, No.=S-ORD1001. "
        + "Current value is 'Released'.";

    [Fact]
    public async Task A_released_order_takes_no_line_edits_until_it_is_reopened()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(DocumentSteps.Desk());
        var line = (await bc.LinesAsync(order))[0];
        await bc.DoneAsync(order, "release");
        Assert.Equal("Released", (await bc.AgainAsync(order)).Text("status"));
        AssertReleased(await bc.TryChangeAsync(DocumentSteps.Lines, line, new { quantity = 2 }));
        AssertReleased(await bc.TryRemoveAsync(DocumentSteps.Lines, line));
        AssertReleased(await bc.TryCreateAsync($"{DocumentSteps.Headers}({order.Text("id")})/salesLines", DocumentSteps.Desk()));
        AssertReleased(await bc.TryChangeAsync(DocumentSteps.Headers, order, new { requestedDeliveryDate = "2026-12-24" }));
        await bc.ChangeAsync(DocumentSteps.Headers, order, new { externalDocumentNumber = "still open" });
        await bc.DoneAsync(order, "reopen");
        await bc.ChangeAsync(DocumentSteps.Lines, line, new { quantity = 2 });
    }

    [Fact]
    public async Task An_order_of_nothing_is_not_released()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(new { description = "Only words" });
        BcSteps.AssertRefused(
            await bc.ActAsync(order, "release"), "Application_DialogException",
            "There is nothing to release for the document of type Order with the number S-ORD1001.");
    }

    [Fact]
    public async Task A_person_releases_reopens_and_deletes_orders()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(DocumentSteps.Desk());
        await bc.EventAsync(new { type = "releaseOrder", no = "s-ord1001" });
        Assert.Equal("Released", (await bc.AgainAsync(order)).Text("status"));
        await bc.EventAsync(new { type = "reopenOrder", no = "S-ORD1001" });
        Assert.Equal("Open", (await bc.AgainAsync(order)).Text("status"));
        await bc.EventAsync(new { type = "deleteOrder", no = "S-ORD1001" });
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Headers));
        Assert.Equal("There is no order 'S-ORD1001'.", await bc.RefusedEventAsync(new { type = "deleteOrder", no = "S-ORD1001" }));
    }

    [Fact]
    public async Task Versions_are_archived_one_after_the_other()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(DocumentSteps.Desk(2m));
        await bc.DoneAsync(order, "archive");
        await bc.ChangeAsync(DocumentSteps.Lines, (await bc.LinesAsync(order))[0], new { quantity = 5 });
        await bc.DoneAsync(order, "archive");
        var archives = await bc.ReadAsync("sync:salesHeaderArchives", "?$orderby=versionNumber&$expand=salesHeaderArchiveLines");
        Assert.Equal([(1m, 1m), (2m, 1m)], archives.Select(row => (row.Number("versionNumber"), row.Number("docNoOccurrence"))));
        Assert.Equal([2m, 5m], archives.Select(row => row.GetProperty("salesHeaderArchiveLines")[0].Number("quantity")));
        Assert.Equal(("S-ORD1001", "C40000"), (archives[0].Text("number"), archives[0].Text("sellToCustomerNumber")));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_deleted_order_is_archived_where_the_set_up_says_so(bool archiveOrders, int expected)
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.AsUserAsync("salesSetup", new { archiveOrders });
        await bc.RemoveAsync(DocumentSteps.Headers, await bc.OrderAsync(DocumentSteps.Desk()));
        Assert.Equal(expected, (await bc.ReadAsync("sync:salesHeaderArchives")).Count);
    }

    [Fact]
    public async Task An_order_made_of_a_quote_has_an_id_of_its_own_and_names_the_quote()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.AsUserAsync("salesSetup", new { archiveQuotes = "Always" });
        var quote = await bc.DocumentAsync("Quote", "C40000", DocumentSteps.Desk(2m), new { description = "a word" });
        var id = await bc.MadeAsync(quote, "makeOrder");
        Assert.NotEqual(quote.Text("id"), id);
        var order = Assert.Single(await bc.ReadAsync(DocumentSteps.Headers));
        Assert.Equal((id, "S-ORD1001", "S-QUO1001"), (order.Text("id"), order.Text("number"), order.Text("quoteNumber")));
        var lines = await bc.LinesAsync(order);
        Assert.Equal([2m, 0m], lines.Select(line => line.Number("shipQuantity")));
        Assert.Equal("S-QUO1001", Assert.Single(await bc.ReadAsync("sync:salesHeaderArchives")).Text("number"));
    }

    [Fact]
    public async Task The_set_up_says_how_long_a_quote_is_valid()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.PostAsync("clock", new { now = "2026-05-04T09:00:00Z" });
        await bc.AsUserAsync("salesSetup", new { quoteValidityCalculation = "2W" });
        Assert.Equal("2026-05-18", (await bc.DocumentAsync("Quote", "C40000")).Text("validUntilDate"));
    }

    private static void AssertReleased((System.Net.HttpStatusCode Status, JsonElement Body) answer) =>
        BcSteps.AssertRefused(answer, "Application_FieldValidationException", Released);
}
