using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>The seed "cronus" with all default mappings, as an admin has it before the first full synchronisation.</summary>
internal static class WholeWorld
{
    /// <summary>Opens the world that a name describes; salespeople are coupled where they own records.</summary>
    public static async Task<SyncWorld> OpenAsync(string name)
    {
        var ownership = name == "teams" ? OwnershipModel.Team : OwnershipModel.Person;
        var world = await SyncWorld.OpenAsync("cronus", tier: name == "tier 0" ? 0 : 2, ownership: ownership);
        var change = new SetupChange
        {
            UnitGroupMapping = name == "unit groups", ExtendedPricing = name == "extended pricing", OptionChanges = name == "option changes",
        };
        await world.Session.SetSetupAsync(change, default);
        if (ownership is OwnershipModel.Person)
            await world.Session.CoupleSalespeopleAsync();
        return world;
    }

    /// <summary>What was written to both systems since the counts were zeroed, a line each. Reads travel in batches too, so their members tell.</summary>
    public static async Task<string[]> WritesAsync(this SyncWorld world) =>
        [.. (await world.Desk.RequestsAsync()).Where(count => count.Method != "GET" && count.Set != "$batch").Select(count => count.ToString())];
}
