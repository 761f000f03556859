using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Couples records of the seed "cronus" as most scenarios begin.</summary>
internal static class CoupledRecords
{
    /// <summary>The seed "cronus" with its three salespeople and its currencies coupled.</summary>
    public static async Task<SyncWorld> OpenAsync(string? statePath = null)
    {
        var world = await SyncWorld.OpenAsync("cronus", statePath: statePath);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        foreach (var (code, name) in new[] { ("JO", "Jim Olive"), ("PS", "Peter Saddow"), ("LT", "Linda Turner") })
            await world.PairAsync("SALESPEOPLE", code, name);
        return world;
    }

    /// <summary>Couples a record with a row by number and name.</summary>
    public static Task<CoupledPair> PairAsync(
        this SyncWorld world, string mapping, string number, string name, SyncDirection? sync = null) =>
        world.ToPairAsync(mapping, world.CoupleAsync(mapping, new RecordSelector { BcNo = number, SalesName = name }, sync));

    /// <summary>Couples a record with a row by number and id.</summary>
    public static Task<CoupledPair> PairAsync(
        this SyncWorld world, string mapping, string number, Guid salesId, SyncDirection? sync = null) =>
        world.ToPairAsync(mapping, world.CoupleAsync(mapping, new RecordSelector { BcNo = number, SalesId = salesId }, sync));

    /// <summary>Creates a record of Business Central in Sales and couples both.</summary>
    public static Task<CoupledPair> CreateInSalesAsync(this SyncWorld world, string mapping, string number) =>
        world.ToPairAsync(mapping, world.CoupleAsync(mapping, new RecordSelector { BcNo = number }, createIn: SystemSide.Sales));

    /// <summary>C10000 coupled to the account Adatum, equal on both sides, everything read.</summary>
    public static Task<CoupledPair> CustomerInStepAsync(this SyncWorld world) => world.CustomerInStepAsync("C10000", "Adatum Corp.");

    /// <summary>A customer coupled to an account, equal on both sides, everything read.</summary>
    public static async Task<CoupledPair> CustomerInStepAsync(this SyncWorld world, string number, string account)
    {
        var pair = await world.PairAsync("CUSTOMER", number, account, SyncDirection.ToSales);
        await world.RunAsync("CUSTOMER");
        return pair;
    }

    /// <summary>A contact coupled to a Sales contact, equal on both sides, everything read.</summary>
    public static async Task<CoupledPair> ContactInStepAsync(this SyncWorld world, string number, string name)
    {
        var pair = await world.PairAsync("CONTACT", number, name, SyncDirection.ToSales);
        await world.RunAsync("CONTACT");
        return pair;
    }

    /// <summary>Id of the row of Sales whose column has a value.</summary>
    public static async Task<Guid> SalesIdAsync(this SyncWorld world, string mapping, string column, string value)
    {
        var sets = MappedSets.Of(mapping);
        var row = Assert.Single(await world.Desk.RowsAsync("sales", sets.Sales), row => row[column]?.ToString() == value);
        return row[sets.SalesKey]!.GetValue<Guid>();
    }

    /// <summary>A user adds a row in Sales.</summary>
    public static async Task<Guid> AddInSalesAsync(this SyncWorld world, string mapping, object row)
    {
        var sets = MappedSets.Of(mapping);
        var rows = await world.Desk.SalesAsync(sets.Sales, row);
        return rows[0]![sets.SalesKey]!.GetValue<Guid>();
    }

    private static async Task<CoupledPair> ToPairAsync(this SyncWorld world, string mapping, Task<Outcome<BcCoupling>> coupling)
    {
        var outcome = await coupling;
        Assert.True(outcome.Value is not null, outcome.Error?.Message);
        return new CoupledPair(world, mapping, outcome.Value!.BcId, outcome.Value.SalesId);
    }
}
