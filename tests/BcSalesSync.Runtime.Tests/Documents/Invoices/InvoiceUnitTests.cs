using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Invoices;

/// <summary>Units of the lines of invoices where each item and resource has a unit group of its own.</summary>
public sealed class InvoiceUnitTests
{
    [Fact]
    public async Task Lines_arrive_in_the_units_they_were_billed_in()
    {
        await using var world = await OrderWorld.OpenWithUnitGroupsAsync();
        var number = await PostAsync(world, Line("Item", "BIKE", "PCS"), Line("Item", "BIKE", "BOX"), Line("Resource", "FITTER", "BOX"));

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        var invoice = (await world.SalesInvoiceAsync(number))!;
        var units = (await world.Desk.RowsAsync("sales", "uoms")).ToDictionary(unit => unit.Id("uomid")!.Value);
        Assert.Equal(
            [("PCS", world.Bike.SalesId), ("BOX", world.Bike.SalesId), ("BOX", world.Fitter!.SalesId)],
            (await world.SalesInvoiceLinesAsync(invoice)).Select(line => (units[line.Id("uomid")!.Value]["name"]!.ToString(), line.Id("productid")!.Value)));
        await InvoicePublishingTests.AssertSameTotalsAsync(world, number);
    }

    [Theory]
    [InlineData("Item", "BIKE", "itemUnitsOfMeasure")]
    [InlineData("Resource", "FITTER", "resourceUnitsOfMeasure")]
    [Trait("DocumentError", "I-09")]
    [Trait("DocumentError", "I-11")]
    public async Task A_unit_that_is_missing_in_Business_Central_keeps_the_invoice_from_Sales(string type, string no, string set)
    {
        await using var world = await OrderWorld.OpenWithUnitGroupsAsync();
        var number = await PostAsync(world, Line(type, no, "BOX"));
        await world.Desk.RemoveSilentlyAsync("bc", set, await BoxAsync(world, type, no));

        var error = await world.RefusedAsync(number, $"{type}UnitMissing", FailureClass.Data);

        Assert.Contains($"{type} unit BOX of {no}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"Add the unit to {type.ToLowerInvariant()} {no}", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Item", "BIKE", "ITEM UOM")]
    [InlineData("Resource", "FITTER", "RESOURCE UOM")]
    [Trait("DocumentError", "I-10")]
    [Trait("DocumentError", "I-12")]
    public async Task A_unit_that_is_not_coupled_keeps_the_invoice_from_Sales_until_it_is(string type, string no, string mapping)
    {
        await using var world = await OrderWorld.OpenWithUnitGroupsAsync();
        var number = await PostAsync(world, Line(type, no, "BOX"));
        var box = await BoxAsync(world, type, no);
        await world.World.UncoupleAsync((await world.World.CouplingAsync(mapping, box))!);

        var error = await world.RefusedAsync(number, $"{type}UnitNotCoupled", FailureClass.DependencyMissing);

        Assert.Contains($"{type} unit BOX of {no}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"New-BcCoupling -Mapping '{mapping}' -BcId {box} -CreateIn Sales", error.RecommendedAction, StringComparison.Ordinal);
        await world.World.CreatedAsync(mapping, new RecordSelector { BcId = box }, SystemSide.Sales);
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
    }

    private static object Line(string type, string no, string unit) =>
        new { lineType = type, lineObjectNumber = no, unitOfMeasureCode = unit, quantity = 2, unitPrice = 100m };

    private static Task<string> PostAsync(OrderWorld world, params object[] lines) =>
        world.PostOwnAsync(new { documentType = "Order", customerNumber = "C1" }, lines);

    private static async Task<Guid> BoxAsync(OrderWorld world, string type, string no) =>
        Assert.Single(
            await world.Desk.RowsAsync("bc", type == "Item" ? "itemUnitsOfMeasure" : "resourceUnitsOfMeasure"),
            row => row["code"]!.ToString() == "BOX" && (row["itemNumber"] ?? row["resourceNumber"])!.ToString() == no).Id("id")!.Value;
}
