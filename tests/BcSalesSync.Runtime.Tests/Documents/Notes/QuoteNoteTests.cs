using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Notes;

/// <summary>Notes of quotes go along with them, anew with every revision.</summary>
public sealed class QuoteNoteTests
{
    [Fact]
    [Trait("Scenario", "QUO-110")]
    public async Task A_quote_carries_the_notes_of_its_revision()
    {
        await using var world = await OrderWorld.OpenAsync();
        var first = await world.DraftAsync(null, world.BikeLine());
        await AddNoteAsync(world, first, "First thoughts");
        await world.ActivateAsync(first);
        await world.ProcessAsync(first);
        var before = await SubjectsAsync(world);
        var second = await world.ReviseAsync(first);
        await AddNoteAsync(world, second, "Second thoughts");
        await world.ActivateAsync(second);

        await world.ProcessAsync(second);

        Assert.Equal(["First thoughts"], before);
        Assert.Equal(["Second thoughts"], (await SubjectsAsync(world)).Where(subject => subject != "First thoughts"));
        Assert.Empty(world.World.Observer.Warnings);
    }

    [Fact]
    public async Task Notes_whose_run_ended_before_they_were_copied_come_with_the_next_one_and_once()
    {
        await using var world = await OrderWorld.OpenAsync();
        var quote = await world.DraftAsync(null, world.BikeLine());
        await AddNoteAsync(world, quote, "First thoughts");
        await AddNoteAsync(world, quote, "Afterthoughts");
        await world.ActivateAsync(quote);
        await DieBeforeNotesAsync(world);
        Assert.Empty(await SubjectsAsync(world));

        await world.ProcessAsync();
        await world.ProcessAsync();

        Assert.Equal(["Afterthoughts", "First thoughts"], (await SubjectsAsync(world)).Order());
    }

    [Fact]
    public async Task Notes_that_were_copied_and_not_saved_are_not_copied_twice()
    {
        await using var world = await OrderWorld.OpenAsync();
        var quote = await world.DraftAsync(null, world.BikeLine());
        await AddNoteAsync(world, quote, "First thoughts");
        await world.ActivateAsync(quote);
        world.World.State.Before(change => change.Settled.Any(key => key.Mapping == "SALESQUOTE-QUOTE:NOTES"), () => throw new IOException("The power went."));
        await Assert.ThrowsAnyAsync<Exception>(() => world.ProcessAsync());
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var copied = Assert.Single(await world.Desk.RowsAsync("bc", "salesNotes"));
        await world.Desk.BcAsync("salesNotes", new { documentId = copied.Id("documentId"), subject = "From the office", text = "Call them" });

        await world.ProcessAsync();

        Assert.Equal(["First thoughts", "From the office"], (await SubjectsAsync(world)).Order());
    }

    private static async Task DieBeforeNotesAsync(OrderWorld world)
    {
        var notes = world.World.Watch.HoldWhen(request => Task.FromResult(request.RequestUri!.ToString().Contains("annotations", StringComparison.Ordinal)
            ? throw new HttpRequestException("The power went.") : false));
        await Assert.ThrowsAnyAsync<Exception>(() => world.ProcessAsync());
        notes.Release();
        world.World.Watch.HoldWhen(_ => Task.FromResult(false));
    }

    private static Task AddNoteAsync(OrderWorld world, Guid quote, string subject) =>
        world.Desk.SalesAsync("annotations", new { subject, notetext = subject, objectid = quote });

    private static async Task<IEnumerable<string>> SubjectsAsync(OrderWorld world) =>
        (await world.Desk.RowsAsync("bc", "salesNotes")).Select(note => note["subject"]!.ToString());
}
