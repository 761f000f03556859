using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Timeline;

/// <summary>What happened to an order in Business Central is posted on its timeline, each event once.</summary>
public sealed class TimelineTests
{
    [Theory]
    [InlineData("releaseOrder", "released")]
    [InlineData("postOrder", "shipment")]
    [Trait("Scenario", "ORD-156")]
    [Trait("DocumentQuirk", "13")]
    public async Task An_event_is_posted_once_however_often_the_job_runs(string type, string said)
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync(type, ("no", number), ("ship", true), ("invoice", false));

        await world.FollowAsync();
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.FollowAsync();

        Assert.Single(await world.PostsAsync(id), text => text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("DocumentQuirk", "28")]
    public async Task Events_of_an_order_that_is_gone_before_the_run_are_posted_too()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", true));

        await world.FollowAsync();

        var posts = await world.PostsAsync(id);
        Assert.Single(posts, text => text.Contains("shipment", StringComparison.Ordinal));
        Assert.Single(posts, text => text.Contains("invoice", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("DocumentQuirk", "14")]
    public async Task A_post_that_Sales_refuses_comes_with_a_later_run()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync("releaseOrder", ("no", number));
        await RefuseAsync(world, "Business Central released this order.");
        Assert.Contains(
            await world.Documents.SendTimelinePostsAsync(false, world.World.Observer, default).ToListAsync(), result => result.Error is not null);
        Assert.Empty(await world.PostsAsync(id));
        await world.Desk.ClearFaultsAsync();

        await world.FollowAsync();

        Assert.Single(await world.PostsAsync(id));
    }

    [Fact]
    [Trait("Scenario", "ORD-161")]
    public async Task What_happens_to_an_order_whose_partner_was_deleted_reaches_nobody()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.Desk.DeleteAsync("sales", "salesorders", id);
        await world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", true));

        await world.FollowAsync();

        Assert.Empty(await world.Desk.RowsAsync("sales", "posts"));
    }

    [Fact]
    [Trait("DocumentQuirk", "13")]
    public async Task The_wall_of_the_account_tells_what_was_booked_once()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", true));
        var order = (await world.SalesOrderAsync(id))["ordernumber"]!.ToString();
        var invoice = Assert.Single(await world.Desk.RowsAsync("bc", "postedInvoices"))["number"]!.ToString();

        await world.FollowAsync();
        await world.FollowAsync();

        Assert.Equal(
            [$"Business Central booked invoice {invoice} (order {order}).", $"Business Central booked order {order}."],
            (await world.PostsAsync(world.Customer.SalesId)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_post_on_the_wall_of_the_account_that_Sales_refuses_comes_with_a_later_run()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", false));
        var order = (await world.SalesOrderAsync(id))["ordernumber"]!.ToString();
        await RefuseAsync(world, $"Business Central booked order {order}.");
        await world.FollowAsync();
        Assert.Empty(await world.PostsAsync(world.Customer.SalesId));
        await world.Desk.ClearFaultsAsync();

        await world.FollowAsync();

        Assert.Single(await world.PostsAsync(world.Customer.SalesId));
        Assert.Single(await world.PostsAsync(id), text => text.Contains("shipment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_that_is_gone_keeps_its_coupling_until_its_posts_are_there()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync("postOrder", ("no", number), ("ship", true), ("invoice", true));
        await RefuseAsync(world, "Business Central posted a shipment for this order.");
        await world.FollowAsync();
        await world.Desk.ClearFaultsAsync();

        await world.FollowAsync();

        Assert.Single(await world.PostsAsync(id), text => text.Contains("shipment", StringComparison.Ordinal));
        Assert.Empty(await world.World.CouplingsAsync("SALESORDER-ORDER"));
    }

    [Fact]
    public async Task A_post_that_was_refused_for_good_is_forgotten_with_the_coupling_of_its_order()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (_, number) = await TakenOverAsync(world);
        await world.HappensAsync("releaseOrder", ("no", number));
        await RefuseAsync(world, "Business Central released this order.");
        await world.FollowAsync();
        await world.FollowAsync();
        var uncoupled = await world.World.UncoupleAsync([.. await world.World.CouplingsAsync("SALESORDER-ORDER")]);
        Assert.Null(Assert.Single(uncoupled).Error?.Message);
        world.World.State.Before(change => change.Settled.Any(key => key.Mapping == "TIMELINE"), () => Task.CompletedTask);

        await world.FollowAsync();

        Assert.False(world.World.State.IsWaiting);
    }

    private static Task RefuseAsync(OrderWorld world, string text) => world.Desk.FaultAsync(new
    {
        system = "sales", set = "posts", rowMatch = new { text }, status = 400, code = "0x80040265", message = "Not today.",
    });

    private static async Task<(Guid SalesId, string No)> TakenOverAsync(OrderWorld world)
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.ImportAsync();
        return (id, Assert.Single(await world.BcOrdersAsync())["number"]!.ToString());
    }
}
