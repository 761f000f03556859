using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Timeline;

/// <summary>What happened to an order in Business Central is posted on its timeline, each event once.</summary>
public sealed class TimelineTests
{
    [Theory]
    [InlineData("releaseOrder", "released")]
    [InlineData("postOrder", "shipment")]
    [Trait("Scenario", "ORD-156")]
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
    public async Task A_post_that_Sales_refuses_comes_with_a_later_run()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (id, number) = await TakenOverAsync(world);
        await world.HappensAsync("releaseOrder", ("no", number));
        await world.Desk.FaultAsync(new
        {
            system = "sales", set = "posts", rowMatch = new { text = "Business Central released this order." }, status = 400,
            code = "0x80040265", message = "Not today.",
        });
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

    private static async Task<(Guid SalesId, string No)> TakenOverAsync(OrderWorld world)
    {
        var id = await world.SubmitAsync(null, world.BikeLine());
        await world.ImportAsync();
        return (id, Assert.Single(await world.BcOrdersAsync())["number"]!.ToString());
    }
}
