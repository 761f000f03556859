using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Brings a seeded world to where customers can be synchronised.</summary>
internal static class Preparations
{
    private static readonly (string Code, string User)[] Salespeople = [("JO", "Jim Olive"), ("PS", "Peter Saddow"), ("LT", "Linda Turner")];

    /// <summary>Couples the salespeople of the seed with their users and synchronises them and the currencies.</summary>
    public static async Task PrepareReferencesAsync(this SyncWorld world)
    {
        await world.Session.CoupleSalespeopleAsync();
        var lines = await world.FullSyncAsync(FullSyncAction.FullSync, "SALESPEOPLE", "CURRENCY");
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
    }

    /// <summary>Couples the salespeople of the seed with their users.</summary>
    public static async Task CoupleSalespeopleAsync(this ISyncSession session)
    {
        var requests = Salespeople.Select(pair => new CouplingRequest
        {
            Mapping = "SALESPEOPLE", Records = new RecordSelector { BcNo = pair.Code, SalesName = pair.User },
        }).ToArray();
        var outcomes = await session.CoupleAsync(requests, SilentObserver.Instance, default).ToListAsync();
        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
    }
}
