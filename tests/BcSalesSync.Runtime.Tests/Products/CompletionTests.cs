using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Crashes;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Products;

/// <summary>Products are created in two writes: what Sales takes only afterwards, such as their state, follows the create.</summary>
public sealed class CompletionTests
{
    private const string Mapping = "ITEM-PRODUCT";

    [Fact]
    public async Task A_product_that_could_not_be_completed_is_coupled_says_why_and_is_completed_by_the_next_run()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        await world.Desk.FaultAsync(new
        {
            system = "sales",
            set = "products",
            rowMatch = new { statecode = 0 },
            status = 400,
            code = "0x80040265",
            message = "The plug-in does not like active products.",
        });

        var outcome = await world.CoupleAsync(Mapping, new RecordSelector { BcNo = "1000" }, createIn: SystemSide.Sales);

        Assert.Equal("BcSync.Record.Refused", outcome.Error!.ErrorId);
        Assert.NotNull(outcome.Value);
        Assert.Single(await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = Mapping, Failed = true }, default).ToListAsync());
        await world.Desk.ClearFaultsAsync();
        await world.RunAsync(Mapping, SyncDirection.ToSales);
        var product = await world.ProductAsync(outcome.Value!.SalesId);
        Assert.Equal(0, product["statecode"]!.GetValue<int>());
        Assert.NotNull(product.Id("pricelevelid"));
        Assert.Single(await world.Desk.RowsAsync("sales", "products"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_dies_at_any_write_leaves_nothing_that_the_next_does_not_complete(bool taken)
    {
        await using var prepared = new MortalWorld("empty", copied: true);
        await prepared.LiveAsync(PrepareAsync);
        await prepared.Desk.BcAsync("unitsOfMeasure", new { code = "PCS", displayName = "Piece" });
        await prepared.Desk.BcAsync(
            "items", [.. Enumerable.Range(1000, 3).Select(number => new { number = $"{number}", displayName = "Item", baseUnitOfMeasureCode = "PCS", unitPrice = 5m })]);
        var strike = 1;
        for (var died = true; died; strike++)
        {
            await using var world = prepared.Copy();
            died = !await world.LiveAsync(new Doom(DoomedStep.Write, strike, taken), FullSyncLife.StartAsync);
            if (died)
                await world.LiveAsync(FullSyncLife.GoOnAsync);
            await AssertCompleteAsync(world, strike);
        }

        Assert.InRange(strike, 5, 50);
    }

    private static async Task PrepareAsync(ISyncSession session) => await session.InitializeAsync(
        new InitializeRequest { Mappings = ["UNIT OF MEASURE", Mapping, "ITEM-PRICE"] }, SilentObserver.Instance, default).CountAsync();

    private static async Task AssertCompleteAsync(MortalWorld world, int strike)
    {
        var products = await world.Desk.RowsAsync("sales", "products");
        var list = Assert.Single(await world.Desk.RowsAsync("sales", "pricelevels")).Id("pricelevelid");
        Assert.True(products.Count == 3, $"{products.Count} products when the process died at write {strike}");
        Assert.All(products, product => Assert.Equal((0, list), (product["statecode"]!.GetValue<int>(), product.Id("pricelevelid"))));
        var lines = await world.Desk.RowsAsync("sales", "productpricelevels");
        Assert.Equal(products.Select(product => product.Id("productid")).Order(), lines.Select(line => line.Id("productid")).Order());
    }
}
