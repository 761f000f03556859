using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.EveryMapping;

/// <summary>What users do with the records of any mapping.</summary>
internal static class SampleSteps
{
    /// <summary>A user sets a field of a record.</summary>
    public static async Task EditAsync(this SyncWorld world, MappingSample row, SystemSide side, Guid id, string field, object value)
    {
        if (side is SystemSide.Sales)
        {
            await world.Desk.SalesAsync(row.SalesSet, new Dictionary<string, object> { [row.SalesKey] = id, [field] = value });
            return;
        }

        // A line is edited while its price list is a draft.
        var list = row.BcSet == "priceListLines" ? await world.ListAsync(row, id) : null;
        if (list is not null)
            await world.Desk.BcAsync("priceListHeaders", new { id = list, status = "Draft" });
        await world.Desk.BcAsync(row.BcSet, new Dictionary<string, object> { ["id"] = id, [field] = value });
        if (list is not null)
            await world.Desk.BcAsync("priceListHeaders", new { id = list, status = "Active" });
    }

    /// <summary>A user deletes a record, in Sales first the prices that name it; false when the system refuses.</summary>
    public static async Task<bool> TryDeleteAsync(this SyncWorld world, MappingSample row, SystemSide side, Guid id)
    {
        if (side is SystemSide.BusinessCentral)
        {
            if (await world.ListAsync(row, id) is { } list)
                await world.Desk.BcAsync("priceListHeaders", new { id = list, status = "Draft" });
            return await world.Desk.TryDeleteAsync("bc", row.BcSet, id);
        }

        foreach (var price in await world.Desk.RowsAsync("sales", "productpricelevels"))
        {
            if (price.Any(column => column.Key != row.SalesKey && column.Value?.ToString() == id.ToString()))
                await world.Desk.DeleteAsync("sales", "productpricelevels", price.Id("productpricelevelid")!.Value);
        }

        return await world.Desk.TryDeleteAsync("sales", row.SalesSet, id);
    }

    // The price list that a record is, or belongs to.
    private static async Task<Guid?> ListAsync(this SyncWorld world, MappingSample row, Guid id) => row.BcSet switch
    {
        "priceListHeaders" => id,
        "priceListLines" => (await world.Desk.RowAsync("bc", row.BcSet, id))!.Id("priceListId"),
        _ => null,
    };
}
