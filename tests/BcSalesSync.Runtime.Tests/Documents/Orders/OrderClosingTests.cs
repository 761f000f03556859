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
    public async Task What_was_shipped_and_removed_is_looked_at_again_once_somebody_takes_it_up()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", false));
        await world.Desk.RemoveSilentlyAsync("bc", "salesHeaders", Assert.Single(await world.BcOrdersAsync()).Id("id")!.Value);
        await world.FollowAsync();
        await world.FollowAsync();

        var resumed = Assert.Single(await world.World.Session.ResumeRecordsAsync(
            new CouplingQuery { Mapping = "SALESORDER-ORDER", Records = new RecordSelector { SalesId = id } }, default).ToListAsync());

        Assert.Equal(number, resumed.BcNo);
        await world.FollowAsync();
        Assert.Equal(3, (await ErrorsAsync(world)).Count);
    }

    [Fact]
    public async Task An_order_that_was_invoiced_in_part_and_then_deleted_is_left_to_a_person()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync(null, world.BikeLine(5));
        await world.ImportAsync();
        var number = Assert.Single(await world.BcOrdersAsync())["number"]!.ToString();
        await world.HappensAsync(
            "postOrder", ("no", number), ("ship", true), ("invoice", true),
            ("lines", new[] { new { sequence = 10000, ship = 2m, invoice = 2m } }));
        await world.HappensAsync("deleteOrder", ("no", number));

        await world.FollowAsync();

        var error = Assert.Single(await ErrorsAsync(world));
        Assert.Equal(("BcSync.Order.InvoicedInPart", FailureClass.Data, id), (error.ErrorId, error.Class, error.SalesId));
        Assert.Contains("2 of the ordered 5", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
        Assert.Single(await world.World.CouplingsAsync("SALESORDER-ORDER"));
    }

    [Fact]
    public async Task Orders_that_vanish_by_the_dozen_are_not_given_back_to_their_sellers_and_the_posted_ones_are_ended()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (deleted, posted) = await VanishedAsync(world);

        await world.FollowAsync();
        await world.FollowAsync();

        Assert.Equal("BcSync.Order.TooManyGone", Assert.Single(await ErrorsAsync(world)).ErrorId);
        foreach (var id in deleted)
            Assert.Equal(1, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
        Assert.Equal(4, (await world.SalesOrderAsync(posted))["statecode"]!.GetValue<int>());
    }

    [Fact]
    public async Task Orders_that_vanish_by_the_dozen_are_given_back_when_somebody_confirms_it()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (deleted, _) = await VanishedAsync(world);
        await world.FollowAsync();
        var advice = Assert.Single(await ErrorsAsync(world)).RecommendedAction;
        Assert.Contains("Invoke-BcSyncSchedule -Name ORDER-STATUS -Force", advice, StringComparison.Ordinal);

        await world.World.RunScheduleAsync(new ScheduleRequest { Names = ["ORDER-STATUS"], Force = true });

        foreach (var id in deleted)
        {
            var order = await world.SalesOrderAsync(id);
            Assert.Equal((0, null), (order["statecode"]!.GetValue<int>(), order["lastbackofficesubmit"]?.ToString()));
        }

        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        var status = await world.World.EntryAsync("ORDER-STATUS");
        Assert.Equal(SyncJobStatus.Success, status.LastResult);
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

    // Eleven orders that were deleted in Business Central, and one that was posted.
    private static async Task<(IReadOnlyList<Guid> Deleted, Guid Posted)> VanishedAsync(OrderWorld world)
    {
        var ids = new List<Guid>();
        for (var order = 0; order < 12; order++)
            ids.Add(await world.SubmitAsync(null, world.BikeLine()));
        foreach (var result in await world.ImportAsync())
            await EndAsync(world, result.BcNo!, posted: result.SalesId == ids[0]);
        return (ids[1..], ids[0]);
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
