using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Notes;

/// <summary>Notes of orders are kept in step on both sides.</summary>
public sealed class OrderNoteTests
{
    private const string Mapping = "ORDER-NOTES";

    [Fact]
    public async Task Notes_of_an_order_come_along_with_it_as_plain_text()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await world.WriteAsync(null, world.BikeLine());
        await AddNoteAsync(world, order, "Gate", "<p>Ring &amp; wait</p><p>Second <b>bell</b></p>");
        await SubmitAsync(world, order);

        await world.ImportAsync();

        var note = Assert.Single(await world.Desk.RowsAsync("bc", "salesNotes"));
        Assert.Equal(("Gate", "Ring & wait\nSecond bell"), (note["subject"]!.ToString(), note["text"]!.ToString()));
        Assert.Empty(world.World.Observer.Warnings);
    }

    [Fact]
    public async Task Notes_come_along_with_an_order_that_travels_both_ways()
    {
        await using var world = await TwoWayOrder.OpenWorldAsync();
        var order = await world.WriteAsync(null, world.BikeLine());
        await AddNoteAsync(world, order, "Gate", "Ring");
        await SubmitAsync(world, order);

        await world.ImportAsync();

        Assert.Equal("Gate", Assert.Single(await world.Desk.RowsAsync("bc", "salesNotes"))["subject"]!.ToString());
    }

    [Fact]
    [Trait("DocumentQuirk", "15")]
    public async Task Files_stay_where_they_are()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await world.WriteAsync(null, world.BikeLine());
        await world.Desk.SalesAsync("annotations", new { subject = "Plan", isdocument = true, filename = "plan.txt", documentbody = "aGk=", objectid = order });
        await SubmitAsync(world, order);

        await world.ImportAsync();
        await world.World.RunAsync(Mapping);
        world.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.Desk.SalesAsync("annotations", new { subject = "Later", isdocument = true, filename = "later.txt", documentbody = "aGk=", objectid = order });
        await world.World.RunAsync(Mapping);

        Assert.Empty(await world.Desk.RowsAsync("bc", "salesNotes"));
        Assert.Empty(await world.World.CouplingsAsync(Mapping));
    }

    [Fact]
    [Trait("DocumentError", "N-01")]
    public async Task A_note_that_has_a_partner_is_not_given_to_another()
    {
        await using var world = await OrderWorld.OpenAsync();
        await ImportedWithNoteAsync(world, "N1");
        var coupled = Assert.Single(await world.World.CouplingsAsync(Mapping));
        var number = Assert.Single(await world.BcOrdersAsync())["number"]!.ToString();
        await world.World.Session.RaiseSandboxEventAsync(
            "addNote", new Dictionary<string, object?> { ["no"] = number, ["subject"] = "N2", ["text"] = "second" }, default);
        var free = await world.Desk.FindAsync("bc", "salesNotes", "subject", "N2");
        var pair = new RecordSelector { BcId = free.Id("id"), SalesId = coupled.SalesId };

        var refused = await world.World.CoupleAsync(Mapping, pair);

        Assert.Equal("BcSync.Coupling.Taken", refused.Error?.ErrorId);
        Assert.Contains("already coupled", refused.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Remove-BcCoupling -Mapping ORDER-NOTES", refused.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal((coupled.BcId, coupled.SalesId), (await world.World.CouplingsAsync(Mapping)).Select(one => (one.BcId, one.SalesId)).Single());
    }

    [Fact]
    [Trait("Scenario", "ORD-149")]
    public async Task A_note_that_is_added_later_comes_to_Business_Central()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await ImportedWithNoteAsync(world, "N1");
        world.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await AddNoteAsync(world, order, "N2", "second");

        await world.World.RunAsync(Mapping);

        Assert.Equal(["N1", "N2"], (await world.Desk.RowsAsync("bc", "salesNotes")).Select(note => note["subject"]!.ToString()).Order());
    }

    [Fact]
    public async Task Notes_travel_by_the_schedule_alone()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await ImportedWithNoteAsync(world, "N1");
        world.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await AddNoteAsync(world, order, "N2", "second");

        await world.World.RunScheduleAsync();

        Assert.Equal(["N1", "N2"], (await world.Desk.RowsAsync("bc", "salesNotes")).Select(note => note["subject"]!.ToString()).Order());
    }

    [Fact]
    [Trait("Scenario", "ORD-149")]
    public async Task A_note_that_is_edited_in_Sales_is_edited_in_Business_Central()
    {
        await using var world = await OrderWorld.OpenAsync();
        await ImportedWithNoteAsync(world, "N1");
        var note = Assert.Single(await world.Desk.RowsAsync("sales", "annotations"));
        world.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.Desk.SalesAsync("annotations", new { annotationid = note["annotationid"]!.ToString(), notetext = "N1b" });

        await world.World.RunAsync(Mapping);

        var copy = Assert.Single(await world.Desk.RowsAsync("bc", "salesNotes"));
        Assert.Equal("N1b", copy["text"]!.ToString());
    }

    [Fact]
    [Trait("Scenario", "ORD-155")]
    [Trait("DocumentQuirk", "16")]
    public async Task A_note_of_Business_Central_comes_to_the_order_in_Sales_and_follows_its_edits()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await world.SubmitAsync(null, world.BikeLine());
        var number = Assert.Single(await world.ImportAsync()).BcNo!;
        await world.World.Session.RaiseSandboxEventAsync(
            "addNote", new Dictionary<string, object?> { ["no"] = number, ["subject"] = "Stock", ["text"] = "one < two" }, default);

        await world.World.RunAsync(Mapping);
        var annotation = Assert.Single(await world.Desk.RowsAsync("sales", "annotations"));
        var note = Assert.Single(await world.Desk.RowsAsync("bc", "salesNotes"));
        world.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.Desk.BcAsync("salesNotes", new { id = note["id"]!.ToString(), text = "three" });
        var results = await world.World.RunAsync(Mapping);

        Assert.Equal((order.ToString(), "one < two"), (annotation["_objectid_value"]!.ToString(), annotation["notetext"]!.ToString()));
        Assert.Equal(SyncAction.Updated, Assert.Single(results).Action);
        Assert.Equal("three", Assert.Single(await world.Desk.RowsAsync("sales", "annotations"))["notetext"]!.ToString());
        Assert.Empty(await world.World.RunAsync(Mapping));
    }

    [Fact]
    public async Task Notes_of_orders_that_were_not_taken_over_concern_nobody()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await world.WriteAsync(null, world.BikeLine());
        await AddNoteAsync(world, order, "Draft", "not yet");

        Assert.Empty(await world.World.RunAsync(Mapping));

        Assert.Empty(await world.Desk.RowsAsync("bc", "salesNotes"));
        Assert.Empty(await world.World.Session.GetErrorsAsync(new ErrorQuery(), default).ToListAsync());
    }

    [Fact]
    public async Task Notes_whose_run_ended_before_they_were_copied_come_with_the_next_import_and_once()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await world.WriteAsync(null, world.BikeLine());
        await AddNoteAsync(world, order, "Gate", "Ring");
        await SubmitAsync(world, order);
        world.World.Clock.Advance(TimeSpan.FromHours(1));
        await world.World.RunAsync(Mapping);
        world.World.Watch.HoldWhen(request => Task.FromResult(request.RequestUri!.ToString().Contains("annotations", StringComparison.Ordinal)
            ? throw new HttpRequestException("The power went.") : false));
        await Assert.ThrowsAnyAsync<Exception>(() => world.ImportAsync());
        world.World.Watch.HoldWhen(_ => Task.FromResult(false));
        Assert.Empty(await world.Desk.RowsAsync("bc", "salesNotes"));

        await world.ImportAsync();
        await world.ImportAsync();

        Assert.Equal("Gate", Assert.Single(await world.Desk.RowsAsync("bc", "salesNotes"))["subject"]!.ToString());
    }

    private static async Task<Guid> ImportedWithNoteAsync(OrderWorld world, string text)
    {
        var order = await world.WriteAsync(null, world.BikeLine());
        await AddNoteAsync(world, order, text, text);
        await SubmitAsync(world, order);
        await world.ImportAsync();
        await world.World.RunAsync(Mapping);
        return order;
    }

    private static Task<JsonArray> AddNoteAsync(OrderWorld world, Guid order, string subject, string text) =>
        world.Desk.SalesAsync("annotations", new { subject, notetext = text, objectid = order });

    private static Task<string> SubmitAsync(OrderWorld world, Guid order) => world.World.Session.RaiseSandboxEventAsync(
        "submitOrder", new Dictionary<string, object?> { ["orderId"] = order.ToString() }, default);
}
