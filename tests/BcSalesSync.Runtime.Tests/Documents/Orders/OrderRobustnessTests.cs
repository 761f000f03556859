using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Whatever is lost on the way, an order is created once and Sales gets to know.</summary>
public sealed class OrderRobustnessTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_lost_answer_to_the_create_costs_no_second_order(int tier)
    {
        await using var world = await OrderWorld.OpenAsync(tier);
        var id = await world.SubmitAsync([("discountamount", 5m)], world.BikeLine());
        await world.Desk.FaultAsync(new { system = "bc", method = "POST", path = "$batch", when = "after", times = 1 });

        await world.ImportAsync();
        await world.Desk.ClearFaultsAsync();
        await world.ImportAsync();

        await AssertTakenOverOnceAsync(world, id);
        Assert.Equal(5m, Assert.Single(await world.BcOrdersAsync()).Number("invoiceDiscountValue"));
    }

    [Fact]
    public async Task An_order_that_Sales_could_not_be_told_of_is_told_later_and_not_created_again()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.Desk.FaultAsync(new { system = "sales", method = "PATCH", path = "salesorders", operation = true, status = 403, times = 9 });
        var failed = Assert.Single(await world.ImportAsync());
        Assert.NotNull(failed.Error);
        Assert.Single(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        await world.Desk.ClearFaultsAsync();

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        await AssertTakenOverOnceAsync(world, id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_session_that_ends_before_it_saves_leaves_an_order_that_the_next_one_finds(int tier)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.db");
        await using var world = await OrderWorld.OpenAsync(tier, path);
        var id = await world.SubmitAsync(null, world.BikeLine());
        world.World.State.Before(change => change.Couplings.Count > 0, () => throw new IOException("The process dies."));
        await Assert.ThrowsAnyAsync<Exception>(() => world.ImportAsync());
        Assert.Single(await world.BcOrdersAsync());
        await world.World.ReconnectAsync(path);

        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        await AssertTakenOverOnceAsync(world, id);
    }

    [Fact]
    public async Task A_second_session_is_told_that_orders_are_being_taken_over()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.db");
        await using var world = await OrderWorld.OpenAsync(2, path);
        await world.SubmitAsync(null, world.BikeLine());
        await using var second = await world.World.ConnectAnotherAsync(path);
        SyncException? busy = null;
        world.World.State.Before(change => change.Couplings.Count > 0, async () => busy = await Assert.ThrowsAsync<SyncException>(
            () => second.Documents.ImportOrdersAsync(new DocumentRequest(), world.World.Observer, default).ToListAsync().AsTask()));

        await world.ImportAsync();

        Assert.Equal("BcSync.Run.Busy", busy?.Error.ErrorId);
        Assert.Single(await world.BcOrdersAsync());
    }

    [Fact]
    public async Task An_order_that_the_seller_took_back_meanwhile_stays_taken_back_and_is_said()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync(null, world.BikeLine());
        world.World.State.Before(change => change.Couplings.Count > 0, () =>
            world.Desk.SalesAsync("salesorders", new { salesorderid = id, statecode = 0, statuscode = 1 }));

        var result = Assert.Single(await world.ImportAsync());

        Assert.Equal("BcSync.Order.TakenBack", result.Error?.ErrorId);
        Assert.Equal(0, (await world.SalesOrderAsync(id))["statecode"]!.GetValue<int>());
    }

    [Fact]
    [Trait("DocumentQuirk", "3")]
    public async Task A_failed_order_is_shown_parked_when_it_repeats_and_released_by_the_missing_coupling()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.World.Session.SetSetupAsync(new SetupChange { AutoCreateSalesOrders = true }, default);
        var account = await world.AccountAsync("Trey");
        var id = await world.SubmitAsync([("customerid", account)], world.BikeLine());
        Assert.Equal(SyncAction.Failed, Assert.Single(await world.ImportAsync()).Action);
        Assert.Equal(SyncAction.Skipped, Assert.Single(await world.ImportAsync()).Action);
        var shown = await world.Documents.FindAsync(new DocumentQuery { Kind = DocumentKind.Order, SalesIds = [id] }, default).SingleAsync();
        Assert.Equal(DocumentStatus.Failed, shown.Status);
        Assert.Contains("Trey", shown.Message, StringComparison.Ordinal);
        var errors = await world.World.Session.GetErrorsAsync(new ErrorQuery { Mapping = "SALESORDER-ORDER" }, default).ToListAsync();
        Assert.All(errors, error => Assert.Equal("BcSync.Order.CustomerNotCoupled", error.ErrorId));

        await world.World.CreatedAsync("CUSTOMER", new RecordSelector { SalesId = account }, SystemSide.BusinessCentral);
        await world.World.Session.Schedule.RunAsync(new ScheduleRequest { Names = ["CREATE-ORDERS"] }, world.World.Observer, default).CountAsync();

        Assert.Single(await world.BcOrdersAsync());
    }

    private static async Task AssertTakenOverOnceAsync(OrderWorld world, Guid id)
    {
        var order = Assert.Single(await world.BcOrdersAsync());
        var coupling = Assert.Single(await world.World.CouplingsAsync("SALESORDER-ORDER"));
        Assert.Equal((order.Id("id"), id), (coupling.BcId, coupling.SalesId));
        var sales = await world.SalesOrderAsync(id);
        Assert.Equal((1, "2026-03-02"), (sales["statecode"]!.GetValue<int>(), sales["lastbackofficesubmit"]?.ToString()));
    }
}
