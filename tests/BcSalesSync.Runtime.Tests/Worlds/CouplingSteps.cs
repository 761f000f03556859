using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Steps that scenarios about couplings begin with.</summary>
internal static class CouplingSteps
{
    private static readonly string[] Salespeople = ["JO Jim Olive", "PS Peter Saddow", "LT Linda Turner"];

    /// <summary>The seed "cronus" with its currencies and salespeople coupled, so that customers find what they refer to.</summary>
    public static async Task<SyncWorld> OpenPreparedAsync()
    {
        var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.CoupleSalespeopleAsync();
        return world;
    }

    /// <summary>Couples the three salespeople of the seed with their users.</summary>
    public static async Task CoupleSalespeopleAsync(this SyncWorld world)
    {
        foreach (var pair in Salespeople)
            await world.CoupledAsync("SALESPEOPLE", new RecordSelector { BcNo = pair[..2], SalesName = pair[3..] });
    }

    /// <summary>Couples two records, which must succeed.</summary>
    public static async Task<BcCoupling> CoupledAsync(this SyncWorld world, string mapping, RecordSelector records, SyncDirection? sync = null) =>
        Succeeded(await world.CoupleAsync(mapping, records, sync));

    /// <summary>Creates the counterpart of a record, which must succeed.</summary>
    public static async Task<BcCoupling> CreatedAsync(this SyncWorld world, string mapping, RecordSelector record, SystemSide side) =>
        Succeeded(await world.CoupleAsync(mapping, record, createIn: side));

    /// <summary>Customers created in Sales and coupled.</summary>
    public static async Task<BcCoupling[]> CustomersInSalesAsync(this SyncWorld world, params string[] numbers)
    {
        var requests = numbers.Select(number => new CouplingRequest
        {
            Mapping = "CUSTOMER", Records = new RecordSelector { BcNo = number }, CreateIn = SystemSide.Sales,
        }).ToArray();
        return [.. (await world.Session.CoupleAsync(requests, world.Observer, default).ToListAsync()).Select(Succeeded)];
    }

    /// <summary>A row by the value of one of its columns.</summary>
    public static async Task<JsonObject> FindAsync(this SandboxDesk desk, string system, string set, string column, string value) =>
        Assert.Single(await desk.RowsAsync(system, set), row => row[column]?.ToString() == value);

    /// <summary>Id of a row of Sales that a user adds.</summary>
    public static async Task<Guid> AddAsync(this SandboxDesk desk, string set, object row)
    {
        var added = (await desk.SalesAsync(set, row))[0]!.AsObject();
        return added.First().Value!.GetValue<Guid>();
    }

    /// <summary>All jobs of a mapping, newest first.</summary>
    public static async Task<List<BcSyncJob>> JobsAsync(this SyncWorld world, string? mapping = null) =>
        await world.Session.GetJobsAsync(new JobQuery { Mapping = mapping }, default).ToListAsync();

    /// <summary>All couplings of a mapping.</summary>
    public static async Task<List<BcCoupling>> CouplingsAsync(this SyncWorld world, string mapping) =>
        await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = mapping }, default).ToListAsync();

    /// <summary>Removes couplings.</summary>
    public static async Task<List<Outcome<BcCoupling>>> UncoupleAsync(this SyncWorld world, params IEnumerable<BcCoupling> couplings) =>
        await world.Session.UncoupleAsync([.. couplings], world.Observer, default).ToListAsync();

    /// <summary>Counts of a job in one line: inserted, modified, unchanged, skipped, failed, coupled, uncoupled.</summary>
    public static string Line(this BcSyncJob job) => string.Join(
        '/', job.Inserted, job.Modified, job.Unchanged, job.Skipped, job.Failed, job.Coupled, job.Uncoupled);

    private static BcCoupling Succeeded(Outcome<BcCoupling> outcome)
    {
        Assert.Null(outcome.Error?.Message);
        return outcome.Value!;
    }
}
