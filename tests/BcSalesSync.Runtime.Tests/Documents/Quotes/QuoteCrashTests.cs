using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Quotes;

/// <summary>A run that ends between what it wrote and saving that is taken up again: nothing is lost, nothing is there twice.</summary>
public sealed class QuoteCrashTests
{
    [Fact]
    public async Task A_quote_that_was_created_and_not_saved_is_found_again()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.QuoteAsync(null, world.BikeLine());
        await DieSavingAsync(world, "SALESQUOTE-QUOTE");
        var created = Assert.Single(await world.BcQuotesAsync());

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((created["number"]!.ToString(), null), (result.BcNo, result.Error));
        Assert.Single(await world.BcQuotesAsync());
        Assert.Empty(await world.ProcessAsync());
    }

    [Fact]
    public async Task A_revision_that_took_over_and_was_not_saved_keeps_no_second_version()
    {
        await using var world = await OrderWorld.OpenAsync();
        var old = await world.QuoteAsync(null, world.BikeLine(2));
        await world.ProcessAsync();
        await world.ActivateAsync(await world.ReviseAsync(old));
        await DieSavingAsync(world, "SALESQUOTE-QUOTE");
        Assert.Single(await world.ArchiveAsync());

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcQuotesAsync())));
        Assert.Single(await world.ArchiveAsync());
    }

    [Theory]
    [InlineData("SALESQUOTE-QUOTE")]
    [InlineData("SALESORDER-ORDER")]
    [InlineData("SALESQUOTE-WON")]
    public async Task A_won_quote_comes_to_its_end_wherever_it_was_cut_off(string mapping)
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.WinAsync(await world.QuoteAsync(null, world.BikeLine()));
        await DieSavingAsync(world, mapping);

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal(quote["number"]!.ToString(), Assert.Single(await world.BcOrdersAsync())["quoteNumber"]!.ToString());
        Assert.Single(await world.ArchiveAsync());
        Assert.Empty(await world.ProcessAsync());
    }

    [Fact]
    public async Task An_answer_that_is_lost_makes_no_second_quote()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.QuoteAsync(null, world.BikeLine());
        await world.Desk.FaultAsync(new { system = "bc", method = "POST", path = "$batch", when = "after", times = 1 });

        await world.ProcessAsync();
        await world.ProcessAsync();

        Assert.Single(await world.BcQuotesAsync());
        Assert.Empty(await world.ProcessAsync());
    }

    private static async Task DieSavingAsync(OrderWorld world, string mapping)
    {
        world.World.State.Before(
            change => change.Couplings.Any(coupling => coupling.Mapping == mapping), () => throw new IOException("The power went."));
        await Assert.ThrowsAnyAsync<Exception>(() => world.ProcessAsync());
        Assert.False(world.World.State.IsWaiting);
    }
}
