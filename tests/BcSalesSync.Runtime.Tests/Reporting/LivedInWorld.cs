using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Reporting;

/// <summary>Days of a company in which people edit both sides, some records are refused, some edits lose, and Sales is busy at times.</summary>
internal static class LivedInWorld
{
    /// <summary>A name that somebody gave a customer to see what becomes of it.</summary>
    public const string HostileName = "<script>alert('x')</script> & \"Sons\"";

    /// <summary>What Sales says when it refuses that customer.</summary>
    public const string HostileMessage = "<img src=x onerror=alert(1)> is locked.";

    /// <summary>A world whose schedule has run on that many days after a full synchronisation.</summary>
    public static async Task<SyncWorld> OpenAsync(int days)
    {
        var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = UpdateConflictPolicy.SendToSales });
        var hostile = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.", SyncDirection.ToSales);
        var clashing = await world.PairAsync("CONTACT", "CT000202", "Mira Ostrowski", SyncDirection.ToSales);
        await world.BusyAsync("accounts", 9);
        await world.BusyAsync("contacts", 4);
        await world.BusyAsync("products", 14);
        await world.FullSyncAsync(FullSyncAction.FullSync);
        await hostile.EditBcAsync(("displayName", HostileName));
        await hostile.SyncAsync(SyncDirection.ToSales);
        for (var day = 1; day <= days; day++)
            await world.LiveAsync(day, hostile, clashing);
        return world;
    }

    private static async Task LiveAsync(this SyncWorld world, int day, CoupledPair hostile, CoupledPair clashing)
    {
        world.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var coupling in (await world.CouplingsAsync("CUSTOMER")).Where(coupling => coupling.BcId != hostile.BcId).Take(1 + (day * 7 % 5)))
            await world.Desk.BcAsync("customers", new { id = coupling.BcId, addressLine1 = $"{day} Elm Street" });
        foreach (var coupling in (await world.CouplingsAsync("ITEM-PRODUCT")).Take(day * 3 % 7))
            await world.Desk.BcAsync("items", new { id = coupling.BcId, unitPrice = 100 + day });
        if (day % 2 == 1)
        {
            await world.Desk.FaultAsync(new
            {
                system = "sales", set = "accounts", status = 400, message = HostileMessage, rowMatch = new { accountid = hostile.SalesId },
            });
            await hostile.EditBcAsync(("city", $"Ely {day}"));
        }
        else
        {
            await hostile.EditBcAsync(("faxNumber", $"11{day}"));
            await hostile.EditSalesAsync(("fax", $"22{day}"));
        }

        if (day == 2)
        {
            await clashing.EditBcAsync(("phoneNumber", "+49 30 1"));
            await clashing.EditSalesAsync(("telephone1", "+49 30 2"));
        }

        await world.BusyAsync("accounts", 2 + (day % 3));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunScheduleAsync();
        await world.Desk.ClearFaultsAsync();
        await world.Session.ResumeRecordsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).CountAsync();
    }

    private static Task BusyAsync(this SyncWorld world, string path, int seconds) =>
        world.Desk.FaultAsync(new { system = "sales", method = "POST", path, status = 429, retryAfter = seconds, times = 1 });
}
