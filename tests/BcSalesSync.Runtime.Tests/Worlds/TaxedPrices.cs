namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Prices that include tax.</summary>
internal static class TaxedPrices
{
    /// <summary>The price of bikes includes the tax of a group of customers; the customer belongs to a group.</summary>
    public static async Task SetAsync(OrderWorld world, string customer = "DOMESTIC", string price = "DOMESTIC")
    {
        await world.Desk.BcAsync("items", new { id = world.Bike.BcId, priceIncludesTax = true, vatBusPostingGroupPrice = price });
        await world.Desk.BcAsync("customers", new { id = world.Customer.BcId, vatBusPostingGroup = customer });
    }
}
