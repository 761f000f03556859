namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

public sealed class DocumentBatchTests
{
    private const string Id = "3d2f6a10-8c4b-5e7d-9a1f-0b2c4d6e8f01";

    [Fact]
    public async Task Header_lines_discount_and_release_are_saved_together()
    {
        using var bc = await BcClient.ConnectAsync();
        var statuses = await RunAsync(bc, number: "1896-S");
        Assert.Equal([201, 201, 200, 204], statuses);
        var order = Assert.Single(await bc.ReadAsync(DocumentSteps.Headers));
        Assert.Equal((Id, "Released", 10m), (order.Text("id"), order.Text("status"), order.Number("discountAmount")));
    }

    [Fact]
    public async Task One_bad_line_saves_nothing_at_all()
    {
        using var bc = await BcClient.ConnectAsync();
        var statuses = await RunAsync(bc, number: "NOPE");
        Assert.Equal([201, 400], statuses);
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Headers));
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Lines));
    }

    [Fact]
    public async Task A_release_that_is_refused_takes_the_order_back()
    {
        using var bc = await BcClient.ConnectAsync();
        var statuses = await RunAsync(bc, number: "1896-S", quantity: 0);
        Assert.Equal(400, statuses[^1]);
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Headers));
    }

    // Every later request addresses the id the client chose.
    private static async Task<List<int>> RunAsync(BcClient bc, string number, int quantity = 1)
    {
        var headers = new Dictionary<string, string> { ["If-Match"] = "*", ["Content-Type"] = "application/json" };
        var order = $"{bc.Company}/salesHeaders";
        object[] requests =
        [
            new
            {
                id = "1", method = "POST", url = order, headers,
                body = new { id = Id, documentType = "Order", customerNumber = "C40000" },
            },
            new
            {
                id = "2", method = "POST", url = $"{order}({Id})/salesLines", headers,
                body = new { lineType = "Item", lineObjectNumber = number, quantity, unitPrice = 100 },
            },
            new { id = "3", method = "PATCH", url = $"{order}({Id})", headers, body = new { discountAmount = 10 * quantity } },
            new { id = "4", method = "POST", url = $"{order}({Id})/Microsoft.NAV.release", headers, body = new { } },
        ];
        var (status, body) = await bc.SendAsync(
            HttpMethod.Post, "sync:$batch", new { requests }, ("Isolation", "snapshot"), ("Accept", "application/json"));
        Assert.True(status == System.Net.HttpStatusCode.OK, body.ToString());
        return [.. body.GetProperty("responses").EnumerateArray().Select(answer => answer.GetProperty("status").GetInt32())];
    }
}
