using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Quotes;

/// <summary>A revision takes over the quote that the revision before it had in Business Central.</summary>
public sealed class QuoteRevisionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Scenario", "QUO-122")]
    public async Task A_revision_takes_the_quote_over_and_the_version_before_is_kept(bool released)
    {
        await using var world = await OrderWorld.OpenAsync();
        var (old, before) = await ProcessedAsync(world);
        if (released)
            await world.ReleaseAsync(before);
        var revision = await ReviseAsync(world, old);

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Updated, before["number"]!.ToString(), null), (result.Action, result.BcNo, result.Error));
        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal((before["id"]!.ToString(), "Open"), (quote["id"]!.ToString(), quote["status"]!.ToString()));
        Assert.Equal("TRICYCLES", quote["externalDocumentNumber"]!.ToString());
        Assert.Equal([3m], (await world.BcLinesAsync(quote)).Select(line => line.Number("quantity")));
        var kept = Assert.Single(await world.ArchiveAsync());
        Assert.Equal((before["number"]!.ToString(), "BIKES FOR ELY"), (kept["number"]!.ToString(), kept["externalDocumentNumber"]!.ToString()));
        Assert.Equal(revision, Assert.Single(await world.BcQuotesAsync()).Id("dataverseId"));
    }

    [Fact]
    [Trait("Scenario", "QUO-122")]
    public async Task A_revision_that_took_over_is_left_alone_afterwards()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (old, _) = await ProcessedAsync(world);
        var revision = await ReviseAsync(world, old);
        await world.ProcessAsync();

        Assert.Empty(await world.ProcessAsync());
        Assert.Equal(SyncAction.Unchanged, Assert.Single(await world.ProcessAsync(revision)).Action);

        Assert.Single(await world.ArchiveAsync());
    }

    [Fact]
    public async Task What_the_revision_leaves_empty_goes_empty()
    {
        await using var world = await OrderWorld.OpenAsync();
        var old = await world.QuoteAsync(
            [("effectivefrom", "2026-03-01"), ("effectiveto", "2026-04-30"), ("requestdeliveryby", "2026-03-20"), ("description", "By van"), ("discountamount", 20m)],
            world.BikeLine(2, 100m));
        await world.ProcessAsync();
        Assert.Equal(180m, await world.TotalAsync(Assert.Single(await world.BcQuotesAsync())));
        var revision = await world.ReviseAsync(old);
        await world.Desk.SalesAsync("quotes", new Dictionary<string, object?>
        {
            ["quoteid"] = revision, ["effectiveto"] = null, ["effectivefrom"] = null, ["requestdeliveryby"] = null, ["description"] = null, ["discountamount"] = null,
        });
        await world.ActivateAsync(revision);

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal(200m, await world.TotalAsync(quote));
        Assert.Equal(string.Empty, quote["workDescription"]!.ToString());
        Assert.All(["validUntilDate", "requestedDeliveryDate"], column => Assert.NotEqual("2026", quote[column]?.ToString() is { Length: > 4 } text ? text[..4] : string.Empty));
    }

    [Fact]
    [Trait("DocumentQuirk", "17")]
    public async Task A_revision_whose_quote_was_deleted_meanwhile_gets_a_new_one()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (old, before) = await ProcessedAsync(world);
        await world.Desk.DeleteAsync("bc", "salesHeaders", before.Id("id")!.Value);
        var revision = await ReviseAsync(world, old);

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Created, revision, null), (result.Action, result.SalesId, result.Error));
        Assert.NotEqual(before["id"]!.ToString(), Assert.Single(await world.BcQuotesAsync())["id"]!.ToString());
    }

    [Fact]
    public async Task A_revision_of_a_quote_that_was_never_processed_is_created()
    {
        await using var world = await OrderWorld.OpenAsync();
        await ReviseAsync(world, await world.QuoteAsync(null, world.BikeLine()));

        Assert.Equal(SyncAction.Created, Assert.Single(await world.ProcessAsync()).Action);

        Assert.Empty(await world.ArchiveAsync());
    }

    [Fact]
    public async Task The_last_revision_takes_over_when_those_between_were_never_processed()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (old, _) = await ProcessedAsync(world);
        var second = await ReviseAsync(world, await ReviseAsync(world, old));

        Assert.Equal((SyncAction.Updated, second), Assert.Single(await world.ProcessAsync()) is { } result ? (result.Action, result.SalesId!.Value) : default);

        Assert.Single(await world.BcQuotesAsync());
    }

    [Fact]
    public async Task A_long_quote_is_taken_over_whole()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (old, _) = await ProcessedAsync(world, 70);
        await ReviseAsync(world, old, 65);

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        Assert.Equal(65, (await world.BcLinesAsync(Assert.Single(await world.BcQuotesAsync()))).Count);
        Assert.Single(await world.ArchiveAsync());
        Assert.Equal(70, (await world.Desk.RowsAsync("bc", "salesHeaderArchiveLines")).Count);
    }

    [Fact]
    public async Task A_long_takeover_that_is_cut_off_goes_on_without_keeping_half_a_quote()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (old, _) = await ProcessedAsync(world, 70);
        var revision = await ReviseAsync(world, old, 65);
        await world.Desk.FaultAsync(new
        {
            system = "bc", set = "salesLines", rowMatch = new { sequence = 400000 }, status = 400, code = "Internal_LockTimeout", message = "Busy.",
        });

        Assert.NotNull(Assert.Single(await world.ProcessAsync()).Error);
        await world.Desk.ClearFaultsAsync();
        Assert.Null(Assert.Single(await world.ProcessAsync(revision)).Error);

        Assert.Equal(65, (await world.BcLinesAsync(Assert.Single(await world.BcQuotesAsync()))).Count);
        Assert.Single(await world.ArchiveAsync());
        Assert.Equal(revision, Assert.Single(await world.BcQuotesAsync()).Id("dataverseId"));
    }

    [Fact]
    public async Task Without_the_companion_app_the_quote_is_filled_anew_and_that_no_version_is_kept_is_said()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        var (old, before) = await ProcessedAsync(world);
        await ReviseAsync(world, old);

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Updated, null), (result.Action, result.Error));
        Assert.Contains("not kept", result.Message, StringComparison.Ordinal);
        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal(before["id"]!.ToString(), quote["id"]!.ToString());
        Assert.Equal([3m], (await world.BcLinesAsync(quote)).Select(line => line.Number("quantity")));
    }

    private static async Task<(Guid Quote, JsonObject Partner)> ProcessedAsync(OrderWorld world, int lines = 1)
    {
        var quote = await world.QuoteAsync(null, [.. Enumerable.Range(1, lines).Select(index => world.BikeLine(2, 100m + index))]);
        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);
        return (quote, Assert.Single(await world.BcQuotesAsync()));
    }

    // The seller calls the revision something else and sells three.
    private static async Task<Guid> ReviseAsync(OrderWorld world, Guid quote, int lines = 1)
    {
        var revision = await world.ReviseAsync(quote);
        await world.Desk.SalesAsync("quotes", new { quoteid = revision, name = "Tricycles" });
        foreach (var line in await world.Desk.RowsAsync("sales", "quotedetails"))
        {
            if (line.Id("quoteid") == revision)
                await world.Desk.DeleteAsync("sales", "quotedetails", line.Id("quotedetailid")!.Value);
        }

        await world.AddLinesAsync(revision, [.. Enumerable.Range(1, lines).Select(index => world.BikeLine(3, 90m + index))]);
        await world.ActivateAsync(revision);
        return revision;
    }
}
