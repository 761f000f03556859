using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Money;

/// <summary>A world in which orders of all kinds are sold, with what both systems make of them.</summary>
internal sealed class MoneyWorld : IAsyncDisposable
{
    private const decimal Rate = 0.25m;
    private readonly CoupledPair reduced;
    private readonly Guid foreign;

    private MoneyWorld(OrderWorld world, CoupledPair reduced, Guid foreign) => (Orders, this.reduced, this.foreign) = (world, reduced, foreign);

    public OrderWorld Orders { get; }

    /// <summary>Opens it; the customer has prices with tax, or without.</summary>
    public static async Task<MoneyWorld> OpenAsync(SalesOrderIntegration integration, bool pricesIncludeTax)
    {
        var world = await OrderWorld.OpenAsync(integration: integration);
        await world.SetFreightAccountAsync();
        await world.World.AddItemAsync("BOOK", 20m);
        var book = await world.World.CreateInSalesAsync("ITEM-PRODUCT", "BOOK");
        await world.Desk.BcAsync("items", new { id = book.BcId, taxGroupCode = "REDUCED" });
        await world.Desk.BcAsync("customers", new { id = world.Customer.BcId, pricesIncludeTax });
        await world.World.AddCurrencyAsync("USD", "US Dollar", "$", 1.2345m);
        var dollar = await world.CurrencyAsync("USD");
        await world.World.CoupledAsync("CURRENCY", new RecordSelector { BcNo = "USD", SalesId = dollar });
        return new MoneyWorld(world, book, dollar);
    }

    /// <summary>A seller submits an order; returns its id.</summary>
    public async Task<Guid> SellAsync(SoldOrder order)
    {
        var id = await Orders.WriteAsync(
            [
                ("discountamount", order.Discount), ("discountpercentage", order.Percentage), ("freightamount", order.Freight),
                .. order.IsForeign ? new (string, object?)[] { ("transactioncurrencyid", foreign) } : [],
            ],
            [.. order.Lines.Select(LineOf)]);
        if (order.HasOneRate)
            await TellTaxAsync(id);
        await Orders.HappensAsync("submitOrder", ("orderId", id.ToString()));
        return id;
    }

    /// <summary>A line as it is written in Sales.</summary>
    public Dictionary<string, object?> LineOf(SoldLine line)
    {
        var row = Orders.BikeLine(line.Quantity, line.Price, ("manualdiscountamount", line.Discount));
        row["productid"] = line.Reduced ? reduced.SalesId : Orders.Bike.SalesId;
        return row;
    }

    /// <summary>The order of Business Central with what it comes to.</summary>
    public async Task<(decimal Net, decimal Total)> BcTotalsAsync(string number)
    {
        var lines = await Orders.BcLinesAsync(await BcAsync(number));
        return (lines.Sum(line => line.Number("amountExcludingTax")!.Value), lines.Sum(line => line.Number("amountIncludingTax")!.Value));
    }

    /// <summary>An order of Business Central.</summary>
    public async Task<JsonObject> BcAsync(string number) => (await Orders.BcOrdersAsync()).Single(row => row["number"]!.ToString() == number);

    /// <summary>The order of Sales with what it comes to.</summary>
    public async Task<(decimal Net, decimal Total)> SalesTotalsAsync(Guid id)
    {
        var order = await Orders.SalesOrderAsync(id);
        return (Net(order), order.Number("totalamount")!.Value);
    }

    public ValueTask DisposeAsync() => Orders.DisposeAsync();

    private static decimal Net(JsonObject order) => order.Number("totalamountlessfreight")!.Value + (order.Number("freightamount") ?? 0);

    // The seller knows the tax of the whole; where it stands is all the same to what the order comes to.
    private async Task TellTaxAsync(Guid id)
    {
        var tax = decimal.Round(Net(await Orders.SalesOrderAsync(id)) * Rate, 2, MidpointRounding.AwayFromZero);
        var first = (await Orders.Desk.RowsAsync("sales", "salesorderdetails")).First(row => row.Id("salesorderid") == id);
        await Orders.Desk.SalesAsync("salesorderdetails", new { salesorderdetailid = first.Id("salesorderdetailid"), tax });
    }
}
