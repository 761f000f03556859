using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Finds and repairs broken couplings in one line each.</summary>
internal static class RepairSteps
{
    /// <summary>The broken couplings of CUSTOMER, each as its number and where its record is missing.</summary>
    public static async Task<string[]> BrokenAsync(this SyncWorld world) =>
        [.. (await world.BrokenCouplingsAsync()).Select(coupling => $"{coupling.BcNo} {coupling.Missing}").Order(StringComparer.Ordinal)];

    /// <summary>The broken couplings of CUSTOMER.</summary>
    public static async Task<List<BcCoupling>> BrokenCouplingsAsync(this SyncWorld world) =>
        await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER", Broken = true }, default).ToListAsync();

    /// <summary>What would be done with the broken couplings of CUSTOMER, or of another mapping.</summary>
    public static async Task<List<BcCouplingRepair>> PlanRepairsAsync(
        this SyncWorld world, CouplingRepair? resolution = null, string mapping = "CUSTOMER") =>
        await world.Session.PlanRepairsAsync(
            new CouplingRepairRequest { Query = new CouplingQuery { Mapping = mapping }, Resolution = resolution }, default).ToListAsync();

    /// <summary>Repairs the broken couplings of CUSTOMER.</summary>
    public static async Task<List<Outcome<BcCoupling>>> RepairAsync(this SyncWorld world, CouplingRepair? resolution = null) =>
        await world.RepairAsync(await world.PlanRepairsAsync(resolution));

    /// <summary>Repairs as planned.</summary>
    public static async Task<List<Outcome<BcCoupling>>> RepairAsync(this SyncWorld world, IReadOnlyList<BcCouplingRepair> plan) =>
        await world.Session.RepairCouplingsAsync(plan, world.Observer, default).ToListAsync();
}
