using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Customers that cannot be synchronised because their salespeople are not coupled.</summary>
internal static class FailingCustomers
{
    /// <summary>The seed "cronus" with coupled currencies and uncoupled salespeople.</summary>
    public static async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync("cronus");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        return world;
    }

    /// <summary>A coupled pair that failed twice towards Sales.</summary>
    public static async Task<CoupledPair> SkippedAsync(this SyncWorld world, string number, string account)
    {
        var pair = await world.PairAsync("CUSTOMER", number, account);
        await pair.SyncAsync(SyncDirection.ToSales);
        await pair.SyncAsync(SyncDirection.ToSales);
        Assert.True((await pair.CouplingAsync()).Skipped);
        return pair;
    }

    /// <summary>Has a customer in step skipped because Sales refused its change twice; it does not any more.</summary>
    public static async Task RefuseAsync(this SyncWorld world, CoupledPair customer)
    {
        await world.Desk.FaultAsync(new
        {
            system = "sales", set = "accounts", status = 400, message = "Locked.", rowMatch = new { accountid = customer.SalesId },
        });
        await customer.EditBcAsync(("city", "Ely"));
        await customer.SyncAsync(SyncDirection.ToSales);
        await customer.SyncAsync(SyncDirection.ToSales);
        Assert.True((await customer.CouplingAsync()).Skipped);
        await world.Desk.ClearFaultsAsync();
    }

    /// <summary>A coupled salesperson that Business Central refused twice.</summary>
    public static async Task<CoupledPair> SkippedSalespersonAsync(this SyncWorld world, string code, string name)
    {
        var pair = await world.PairAsync("SALESPEOPLE", code, name);
        await world.Desk.FaultAsync(new
        {
            system = "bc", set = "salespeoplePurchasers", status = 400, message = "The record is locked.", rowMatch = new { id = pair.BcId },
        });
        await pair.SyncAsync(SyncDirection.ToBusinessCentral);
        await pair.SyncAsync(SyncDirection.ToBusinessCentral);
        Assert.True((await pair.CouplingAsync()).Skipped);
        return pair;
    }

    /// <summary>Adatum, Trey Research and Fabrikam, skipped.</summary>
    public static async Task<CoupledPair[]> ThreeSkippedAsync(this SyncWorld world) =>
    [
        await world.SkippedAsync("C10000", "Adatum Corp."),
        await world.SkippedAsync("C20000", "Trey Research"),
        await world.SkippedAsync("C60000", "Fabrikam"),
    ];

    /// <summary>Mends the cause for Adatum and Trey Research: couples PS with Peter Saddow, whose user id is returned.</summary>
    public static async Task<Guid> CoupleSalespersonAsync(this SyncWorld world) =>
        (await world.PairAsync("SALESPEOPLE", "PS", "Peter Saddow")).SalesId;

    /// <summary>Takes up skipped pairs again: one of them, or all.</summary>
    public static async Task<List<BcCoupling>> ResumeAsync(this SyncWorld world, CoupledPair? one = null) => await world.Session.ResumeRecordsAsync(
        new CouplingQuery { Mapping = "CUSTOMER", Records = one is null ? null : new RecordSelector { BcId = one.BcId } }, default).ToListAsync();
}
