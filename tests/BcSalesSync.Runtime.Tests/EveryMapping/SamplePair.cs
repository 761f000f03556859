using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.EveryMapping;

/// <summary>A pair of a mapping after a full synchronisation of everything.</summary>
internal sealed class SamplePair(SyncWorld world, MappingSample row, BcCoupling coupling) : IAsyncDisposable
{
    public SyncWorld World => world;

    public MappingSample Row => row;

    public BcCoupling Coupling => coupling;

    /// <summary>The pair.</summary>
    public static async Task<SamplePair> OpenAsync(string mapping, int tier)
    {
        var row = MappingSample.Of(mapping);
        var world = await WholeWorld.OpenAsync(tier == 0 ? "tier 0" : row.World);
        if (row.Prepare is { } prepare)
            await prepare(world);
        var line = (await world.FullSyncAsync(FullSyncAction.FullSync)).Single(line => line.Mapping == mapping);
        Assert.Equal(FullSyncStatus.Finished, line.Status);
        Assert.Equal(row.Creates, line.Inserted > 0);
        await world.RunAsync(mapping);
        return new SamplePair(world, row, (await world.CouplingsAsync(mapping)).First(coupling => row.Number is null || coupling.BcNo == row.Number));
    }

    /// <summary>The pair as the record of the source is coupled now.</summary>
    public async Task<SamplePair> AgainAsync() => new(world, row, (await world.CouplingsAsync(row.Mapping))
        .Single(now => row.FromSales ? now.SalesId == coupling.SalesId : now.BcId == coupling.BcId));

    /// <summary>Couplings of the mapping whose records are gone.</summary>
    public async Task<List<BcCoupling>> BrokenAsync() =>
        await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = row.Mapping, Broken = true }, default).ToListAsync();

    /// <summary>The value on a side as text; null when the record is gone.</summary>
    public async Task<string?> ValueAsync(SystemSide side) => side is SystemSide.BusinessCentral
        ? Shown(await world.Desk.RowAsync("bc", row.BcSet, coupling.BcId), row.BcField)
        : Shown(await world.Desk.RowAsync("sales", row.SalesSet, coupling.SalesId), row.SalesField);

    /// <summary>A user sets the field on a side, a minute later.</summary>
    public async Task EditAsync(SystemSide side, object value)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.EditAsync(row, side, side is SystemSide.Sales ? coupling.SalesId : coupling.BcId, side is SystemSide.Sales ? row.SalesField : row.BcField, value);
    }

    /// <summary>A user deletes the record of a side; false when the system refuses.</summary>
    public Task<bool> TryDeleteAsync(SystemSide side) => world.TryDeleteAsync(row, side, side is SystemSide.Sales ? coupling.SalesId : coupling.BcId);

    /// <summary>A user deletes the record of a side, in Sales first the prices that name it.</summary>
    public async Task DeleteAsync(SystemSide side) => Assert.True(await TryDeleteAsync(side));

    public ValueTask DisposeAsync() => world.DisposeAsync();

    /// <summary>A value as it is compared.</summary>
    public static string Text(object value) => value is decimal number ? number.ToString("0.##", CultureInfo.InvariantCulture) : (string)value;

    private static string? Shown(JsonObject? record, string column) => record?[column] switch
    {
        null => record is null ? null : string.Empty,
        JsonValue value when value.GetValueKind() is JsonValueKind.Number => Text(value.GetValue<decimal>()),
        var value => value.ToString(),
    };
}
