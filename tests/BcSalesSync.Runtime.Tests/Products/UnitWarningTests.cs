using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Products;

/// <summary>Whoever looks at a plan learns what it does to the units of a product before it is done.</summary>
public sealed class UnitWarningTests
{
    [Fact]
    public async Task A_plan_that_changes_the_unit_group_of_a_product_warns_and_others_do_not()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("BIKE");
        var bike = await world.CreateInSalesAsync("ITEM-PRODUCT", "BIKE");
        await world.Desk.BcAsync("items", new { id = bike.BcId, displayName = "Bicycle" });
        Assert.DoesNotContain("Careful", await ReasonAsync(world, bike), StringComparison.Ordinal);
        await world.Desk.BcAsync("items", new { id = bike.BcId, baseUnitOfMeasureCode = "BOX" });

        Assert.Contains("Careful: its unit group changes", await ReasonAsync(world, bike), StringComparison.Ordinal);
    }

    private static async Task<string> ReasonAsync(SyncWorld world, CoupledPair bike) =>
        Assert.Single(await world.Session.PlanAsync(
            new SyncNowRequest { Mapping = "ITEM-PRODUCT", Direction = SyncDirection.ToSales, Records = [new RecordSelector { BcId = bike.BcId }] },
            world.Observer, default).ToListAsync(), plan => plan.Mapping == "ITEM-PRODUCT").Reason;
}
