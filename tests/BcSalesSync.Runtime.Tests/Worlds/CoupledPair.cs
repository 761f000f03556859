using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Two coupled records, what users do with them, and what can be seen of them.</summary>
internal sealed class CoupledPair(SyncWorld world, string mapping, Guid bcId, Guid salesId)
{
    private readonly MappedSets sets = MappedSets.Of(mapping);

    public Guid BcId => bcId;

    public Guid SalesId => salesId;

    /// <summary>A value in Business Central; null when the record is gone.</summary>
    public async Task<string?> BcAsync(string column) => (await world.Desk.RowAsync("bc", sets.Bc, bcId))?[column]?.ToString();

    /// <summary>A value in Sales, of a reference its id; null when it is empty or the row is gone.</summary>
    public async Task<string?> SalesAsync(string column)
    {
        if (await world.Desk.RowAsync("sales", sets.Sales, salesId) is not { } row)
            return null;
        return row[row.ContainsKey(column) ? column : $"_{column}_value"]?.ToString();
    }

    /// <summary>A user changes the record in Business Central, a minute later.</summary>
    public Task EditBcAsync(params (string Column, object? Value)[] values)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return world.Desk.BcAsync(sets.Bc, Row("id", bcId, values));
    }

    /// <summary>A user changes the row in Sales, a minute later.</summary>
    public Task EditSalesAsync(params (string Column, object? Value)[] values)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return world.Desk.SalesAsync(sets.Sales, Row(sets.SalesKey, salesId, values));
    }

    public Task DeleteInBcAsync() => world.Desk.DeleteAsync("bc", sets.Bc, bcId);

    public Task DeleteInSalesAsync() => world.Desk.DeleteAsync("sales", sets.Sales, salesId);

    /// <summary>Synchronises the pair now.</summary>
    public async Task<BcSyncResult> SyncAsync(SyncDirection direction) => Assert.Single(await world.SyncAsync(
        mapping, direction, direction is SyncDirection.ToSales ? new RecordSelector { BcId = bcId } : new RecordSelector { SalesId = salesId }));

    public async Task<BcCoupling> CouplingAsync() => await FindCouplingAsync() ?? throw new InvalidOperationException("The pair is not coupled.");

    public Task<BcCoupling?> FindCouplingAsync() => world.CouplingAsync(mapping, bcId);

    private static Dictionary<string, object?> Row(string key, Guid id, (string Column, object? Value)[] values)
    {
        var row = values.ToDictionary(value => value.Column, value => value.Value);
        row[key] = id;
        return row;
    }
}
