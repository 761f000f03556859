using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Money;

/// <summary>Whatever a seller agrees comes to the same cent in Business Central, and back with the invoice.</summary>
public sealed class OrderMoneyPropertyTests
{
    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public async Task Orders_agree_without_tax_always_and_with_tax_where_the_seller_knows_it(int seed, bool pricesIncludeTax)
    {
        await using var world = await MoneyWorld.OpenAsync(SalesOrderIntegration.OneWay, pricesIncludeTax);
        var sold = new Dictionary<Guid, SoldOrder>();
        foreach (var order in SoldOrder.Sample(seed, 40))
            sold[await world.SellAsync(order)] = order;

        var taken = await world.Orders.ImportAsync();

        Assert.Equal(sold.Count, taken.Count);
        foreach (var result in taken)
        {
            var order = sold[result.SalesId!.Value];
            Assert.True(result.Error is null, $"{order}: {result.Error?.Message}");
            var (bc, sales) = (await world.BcTotalsAsync(result.BcNo!), await world.SalesTotalsAsync(result.SalesId.Value));
            Assert.True(bc.Net == sales.Net, $"{order}: {bc.Net} without tax instead of {sales.Net}");
            Assert.True(!order.HasOneRate || bc.Total == sales.Total, $"{order}: {bc.Total} instead of {sales.Total}");
        }
    }

    [Theory]
    [InlineData(21, false)]
    [InlineData(22, true)]
    public async Task An_invoice_is_in_Sales_the_sum_of_its_lines_and_comes_to_what_was_posted(int seed, bool pricesIncludeTax)
    {
        await using var world = await MoneyWorld.OpenAsync(SalesOrderIntegration.OneWay, false);
        foreach (var order in SoldOrder.Sample(seed, 20))
            await world.SellAsync(order);
        var numbers = new List<string>();
        foreach (var result in await world.Orders.ImportAsync())
        {
            // A clerk may change to prices with tax before the order is posted.
            if (pricesIncludeTax)
                await world.Orders.Desk.BcAsync("salesHeaders", new { id = (await world.BcAsync(result.BcNo!)).Id("id"), pricesIncludeTax });
            numbers.Add(await world.Orders.PostAsync(result.BcNo!));
        }

        Assert.All(await world.Orders.PublishAsync([.. numbers]), result => Assert.True(result.Error is null, result.Error?.Message));

        foreach (var number in numbers)
        {
            var (posted, invoice) = (await world.Orders.PostedAsync(number), (await world.Orders.SalesInvoiceAsync(number))!);
            var lines = await world.Orders.SalesInvoiceLinesAsync(invoice);
            var sum = lines.Sum(AmountOf);
            Assert.Equal(posted.Number("totalAmountIncludingTax"), invoice.Number("totalamount"));
            Assert.Equal(posted.Number("totalAmountExcludingTax"), invoice.Number("totalamountlessfreight"));
            Assert.Equal(invoice.Number("totalamount"), invoice.Number("totalamountlessfreight") + invoice.Number("totaltax"));
            Assert.Equal(invoice.Number("totalamount")!.Value, sum - (invoice.Number("discountamount") ?? 0));
        }
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public async Task Orders_that_travel_both_ways_agree_with_tax_after_whatever_the_seller_changes(int seed, bool pricesIncludeTax)
    {
        await using var world = await MoneyWorld.OpenAsync(SalesOrderIntegration.TwoWay, pricesIncludeTax);
        var orders = new List<(Guid SalesId, SoldOrder Sold)>();
        foreach (var order in SoldOrder.Sample(seed, 12))
            orders.Add((await world.SellAsync(order), order));
        var taken = (await world.Orders.ImportAsync()).ToDictionary(result => result.SalesId!.Value, result => result.BcNo!);
        await RunAsync(world);
        await AssertAgreeAsync(world, orders, taken);
        foreach (var ((id, _), next) in orders.Zip(SoldOrder.Sample(seed + 100, 12)))
            await ChangeAsync(world, id, next);

        await RunAsync(world);
        await RunAsync(world);

        await AssertAgreeAsync(world, orders, taken);
    }

    private static decimal AmountOf(JsonObject line) =>
        decimal.Round(line.Number("priceperunit")!.Value * line.Number("quantity")!.Value, 2, MidpointRounding.AwayFromZero)
            - (line.Number("manualdiscountamount") ?? 0) + (line.Number("tax") ?? 0);

    private static async Task RunAsync(MoneyWorld world)
    {
        world.Orders.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.All(await world.Orders.World.RunAsync("SALESORDER-ORDER"), result => Assert.True(result.Error is null, result.Error?.Message));
    }

    // The first line takes on what the other order's has, a line comes in addition, and the whole gets other discounts.
    private static async Task ChangeAsync(MoneyWorld world, Guid id, SoldOrder next)
    {
        var desk = world.Orders.Desk;
        await desk.SalesAsync("salesorders", new { salesorderid = id, statecode = 0, statuscode = 1 });
        var line = (await desk.RowsAsync("sales", "salesorderdetails")).First(row => row.Id("salesorderid") == id);
        var wanted = next.Lines[0];
        await desk.SalesAsync("salesorderdetails", new
        {
            salesorderdetailid = line.Id("salesorderdetailid"), quantity = wanted.Quantity, priceperunit = wanted.Price,
            manualdiscountamount = wanted.Discount,
        });
        await world.Orders.AddLineAsync(id, world.LineOf(next.Lines[^1]));
        await desk.SalesAsync("salesorders", new
        {
            salesorderid = id, discountamount = next.Discount, discountpercentage = next.Percentage, freightamount = next.Freight + 1,
        });
        await world.Orders.HappensAsync("submitOrder", ("orderId", id.ToString()));
    }

    private static async Task AssertAgreeAsync(MoneyWorld world, IEnumerable<(Guid SalesId, SoldOrder Sold)> orders, Dictionary<Guid, string> taken)
    {
        foreach (var (id, sold) in orders)
        {
            var (bc, sales) = (await world.BcTotalsAsync(taken[id]), await world.SalesTotalsAsync(id));
            Assert.True(bc == sales, $"{sold}: {bc} instead of {sales}");
            var order = await world.Orders.SalesOrderAsync(id);
            var lines = (await world.Orders.Desk.RowsAsync("sales", "salesorderdetails")).Where(row => row.Id("salesorderid") == id).ToArray();
            var ofLines = lines.Sum(line => line.Number("baseamount") - (line.Number("manualdiscountamount") ?? 0))!.Value;
            var granted = (order.Number("discountamount") ?? 0)
                + decimal.Round(ofLines * (order.Number("discountpercentage") ?? 0) / 100, 2, MidpointRounding.AwayFromZero);
            Assert.True(ofLines - granted == order.Number("totalamountlessfreight"), $"{sold}: lines come to {ofLines} less {granted}");
        }
    }
}
