using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Quotes;

/// <summary>Lines, texts, freight and discounts of quotes.</summary>
public sealed class QuoteLineTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 25).Select(ten => $"Part {ten:00} , "));

    [Theory]
    [InlineData(WriteInProductType.Item, "WI", "Item")]
    [InlineData(WriteInProductType.Resource, "WR", "Resource")]
    [Trait("Scenario", "QUO-108")]
    public async Task A_written_in_line_sells_the_product_that_stands_for_it(WriteInProductType type, string number, string lineType)
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.Desk.BcAsync("items", new { number = "WI", displayName = "Written in", type = "Service", baseUnitOfMeasureCode = "PCS" });
        await world.World.AddResourceAsync("WR");
        await world.World.Session.SetSetupAsync(new SetupChange { WriteInProductType = type, WriteInProductNo = number }, default);
        await world.QuoteAsync(null, OrderWorld.WriteIn("Ribbon", 2, 15m));

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var line = Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcQuotesAsync())));
        Assert.Equal((lineType, number, "Ribbon"), (line["lineType"]!.ToString(), line["lineObjectNumber"]!.ToString(), line["description"]!.ToString()));
        Assert.Equal((2m, 15m), (line.Number("quantity"), line.Number("unitPrice")));
    }

    [Fact]
    [Trait("Scenario", "QUO-110")]
    public async Task A_long_text_stands_in_lines_below_and_the_name_becomes_the_external_number()
    {
        await using var world = await OrderWorld.OpenAsync();
        var name = "Bikes for the whole town of Ely, and more";
        await SendAsync(world, name.PadRight(300, 'x'), Long, null);

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal(name.ToUpperInvariant()[..35], quote["externalDocumentNumber"]!.ToString());
        var lines = await world.BcLinesAsync(quote);
        Assert.Equal("Item BIKE", lines[0]["description"]!.ToString());
        Assert.Equal([Long[..100], Long[100..200], Long[200..250]], lines.Skip(1).Select(line => line["description"]!.ToString().PadRight(50)));
        Assert.All(lines.Skip(1), line => Assert.Equal(lines[0].Number("sequence"), line.Number("attachedToLineNumber")));
    }

    [Fact]
    [Trait("Scenario", "QUO-110")]
    public async Task A_text_of_the_line_itself_goes_before_that_of_its_product()
    {
        await using var world = await OrderWorld.OpenAsync();
        await SendAsync(world, "Bikes", Long, "In red");

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var lines = await world.BcLinesAsync(Assert.Single(await world.BcQuotesAsync()));
        Assert.Equal(["Item BIKE", "In red"], lines.Select(line => line["description"]!.ToString()));
    }

    [Fact]
    [Trait("DocumentQuirk", "8")]
    public async Task A_text_that_repeats_the_item_makes_no_line_of_its_own()
    {
        await using var world = await OrderWorld.OpenAsync();
        await SendAsync(world, "Bikes", "Item BIKE", null);

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        Assert.Single(await world.BcLinesAsync(Assert.Single(await world.BcQuotesAsync())));
    }

    [Fact]
    public async Task A_discount_on_the_quote_is_spread_over_its_lines()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.QuoteAsync([("discountamount", 20m), ("discountpercentage", 10m)], world.BikeLine(2, 100m));

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal(160m, await world.TotalAsync(quote));
    }

    // What Sales itself writes into the line of a product.
    private static async Task SendAsync(OrderWorld world, string name, string product, string? own)
    {
        var quote = await world.DraftAsync([("name", name)], world.BikeLine());
        var line = Assert.Single(await world.Desk.RowsAsync("sales", "quotedetails"));
        await world.Desk.SilentlyAsync(
            "sales", "quotedetails", new { quotedetailid = line.Id("quotedetailid"), productdescription = product, description = own });
        await world.ActivateAsync(quote);
    }
}
