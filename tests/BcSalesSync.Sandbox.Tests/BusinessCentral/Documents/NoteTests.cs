using System.Net;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

public sealed class NoteTests
{
    private const string Notes = "sync:salesNotes";

    [Fact]
    public async Task A_note_is_written_changed_and_removed()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync();
        var note = await bc.CreateAsync(Notes, new
        {
            documentId = order.Text("id"), subject = "Call", text = new string('n', 3000), createdAt = "2026-05-04T09:00:00Z",
        });
        Assert.Equal(("2026-05-04T09:00:00Z", 3000), (note.Text("createdAt"), note.Text("text").Length));
        note = await bc.ChangeAsync(Notes, note, new { text = "Short" });
        Assert.Equal(("Call", "Short"), (note.Text("subject"), note.Text("text")));
        await bc.RemoveAsync(Notes, note);
        Assert.Empty(await bc.ReadAsync(Notes));
    }

    [Fact]
    public async Task A_person_adds_a_note_that_goes_with_its_order()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync();
        await bc.EventAsync(new { type = "addNote", no = "S-ORD1001", subject = "Call", text = "Back on Monday" });
        var notes = await bc.ReadAsync($"{DocumentSteps.Headers}({order.Text("id")})/salesNotes");
        Assert.Equal("Back on Monday", Assert.Single(notes).Text("text"));
        await bc.RemoveAsync(DocumentSteps.Headers, order);
        Assert.Empty(await bc.ReadAsync(Notes));
    }

    [Fact]
    public async Task A_note_needs_a_document_that_is_there()
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, body) = await bc.TryCreateAsync(Notes, new { documentId = "3d2f6a10-8c4b-5e7d-9a1f-0b2c4d6e8f01", text = "x" });
        Assert.Equal((HttpStatusCode.BadRequest, "Internal_RecordNotFound"), (status, BcClient.CodeOf(body)));
        BcSteps.AssertRefused(
            await bc.TryCreateAsync(Notes, new { text = "x" }), "BadRequest_RequiredParamNotProvided",
            "A \"documentId\" must be provided.");
    }

    [Fact]
    public async Task Notes_of_a_quote_are_copied_to_its_order()
    {
        using var bc = await BcClient.ConnectAsync();
        var quote = await bc.DocumentAsync("Quote", "C40000", DocumentSteps.Desk());
        await bc.CreateAsync(Notes, new { documentId = quote.Text("id"), text = "Keep me" });
        var id = await bc.MadeAsync(quote, "makeOrder");
        Assert.Equal(id, Assert.Single(await bc.ReadAsync(Notes)).Text("documentId"));
    }
}
