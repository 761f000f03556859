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

    private static Task AddNoteAsync(OrderWorld world, Guid quote, string subject) =>
        world.Desk.SalesAsync("annotations", new { subject, notetext = subject, objectid = quote });

    private static async Task<IEnumerable<string>> SubjectsAsync(OrderWorld world) =>
        (await world.Desk.RowsAsync("bc", "salesNotes")).Select(note => note["subject"]!.ToString());
}
