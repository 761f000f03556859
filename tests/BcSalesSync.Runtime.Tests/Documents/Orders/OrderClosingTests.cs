using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Orders that left Business Central and whose end cannot be told to Sales, or cannot be told at all.</summary>
public sealed class OrderClosingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_end_that_Sales_refuses_is_said_and_told_again_later(bool posted)
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await EndAsync(world, number, posted);
        await RefuseAsync(world);

        await world.FollowAsync();

        var error = Assert.Single(await ErrorsAsync(world));
        Assert.Equal(("BcSync.Order.CloseRefused", id, number), (error.ErrorId, error.SalesId, error.BcNo));
        Assert.Contains(posted ? "was posted" : "was deleted", error.Message, StringComparison.Ordinal);
        Assert.Single(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        await world.FollowAsync();
        Assert.Single(await ErrorsAsync(world));
        await world.Desk.ClearFaultsAsync();
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        await world.FollowAsync();
        Assert.Equal(posted ? 4 : 0, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
    }

    [Fact]
    public async Task An_order_that_was_shipped_and_removed_without_an_invoice_is_left_to_a_person()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", false));
        var order = Assert.Single(await world.BcOrdersAsync());
        await world.Desk.SilentlyAsync("bc", "salesLines", [.. (await world.BcLinesAsync(order)).Select(line => new { id = line.Id("id"), shippedNotInvoicedQuantity = 0m })]);
        await world.Desk.DeleteAsync("bc", "salesHeaders", order.Id("id")!.Value);

        await world.FollowAsync();

        var error = Assert.Single(await ErrorsAsync(world));
        Assert.Equal(("BcSync.Order.ShippedAndGone", FailureClass.Data), (error.ErrorId, error.Class));
        Assert.Contains("Remove-BcCoupling", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(1, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
        Assert.Single(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        await world.FollowAsync();
        await world.FollowAsync();
        Assert.Equal(2, (await ErrorsAsync(world)).Count);
    }

    [Fact]
    public async Task Orders_that_vanish_by_the_dozen_are_not_given_back_to_their_sellers()
    {
        await using var world = await OrderWorld.OpenAsync();
        var ids = new List<Guid>();
        for (var order = 0; order < 11; order++)
            ids.Add(await world.SubmitAsync(null, world.BikeLine()));
        foreach (var result in await world.ImportAsync())
            await world.HappensAsync("deleteOrder", ("no", result.BcNo));

        await world.FollowAsync();

        Assert.Equal("BcSync.Order.TooManyGone", Assert.Single(await ErrorsAsync(world)).ErrorId);
        foreach (var id in ids)
            Assert.Equal(1, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_order_that_Sales_may_not_be_told_of_says_which_right_is_missing()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        await RefuseAsync(world);

        var error = Assert.Single(await world.ImportAsync()).Error;

        Assert.Equal(("BcSync.Order.StampRefused", FailureClass.Permission), (error?.ErrorId, error?.Class));
        Assert.Contains("right to change submitted orders", error!.RecommendedAction, StringComparison.Ordinal);
    }

    private static Task RefuseAsync(OrderWorld world) => world.Desk.FaultAsync(
        new { system = "sales", method = "PATCH", path = "salesorders", operation = true, status = 403, code = "0x80040220", message = "No right." });

    private static Task EndAsync(OrderWorld world, string number, bool posted) => posted
        ? world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", true)) : world.HappensAsync("deleteOrder", ("no", number));

    private static async Task<List<BcSyncError>> ErrorsAsync(OrderWorld world) =>
        await world.World.Session.GetErrorsAsync(new ErrorQuery { Mapping = "SALESORDER-ORDER" }, default).ToListAsync();

    private static async Task<(Guid SalesId, string No)> TakenOverAsync(OrderWorld world)
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.ImportAsync();
        return (id, Assert.Single(await world.BcOrdersAsync())["number"]!.ToString());
    }
}
