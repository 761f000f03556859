using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>The seed "cronus" with all default mappings, as an admin has it before the first full synchronisation.</summary>
internal static class WholeWorld
{
    /// <summary>Opens the world that a name describes; salespeople are coupled where they own records.</summary>
    public static async Task<SyncWorld> OpenAsync(string name)
    {
        var world = await SyncWorld.OpenAsync("cronus", tier: name == "tier 0" ? 0 : 2, ownership: OwnershipOf(name));
        await SwitchAsync(world.Session, name);
        return world;
    }

    /// <summary>Another session on the world, set up likewise, that knows nothing of the first.</summary>
    public static async Task<ISyncSession> OpenAnotherAsync(this SyncWorld world, string name, string statePath)
    {
        var session = await world.ConnectAnotherAsync(statePath);
        await session.InitializeAsync(new InitializeRequest { OwnershipModel = OwnershipOf(name) }, SilentObserver.Instance, default).CountAsync();
        await SwitchAsync(session, name);
        return session;
    }

    private static OwnershipModel OwnershipOf(string name) => name == "teams" ? OwnershipModel.Team : OwnershipModel.Person;

    private static async Task SwitchAsync(ISyncSession session, string name)
    {
        var change = new SetupChange
        {
            UnitGroupMapping = name is "unit groups" or "all switches",
            ExtendedPricing = name is "extended pricing" or "all switches",
            OptionChanges = name is "option changes",
            SalesOrderIntegration = name is "order integration" or "all switches" ? SalesOrderIntegration.OneWay : null,
        };
        await session.SetSetupAsync(change, default);
        if (OwnershipOf(name) is OwnershipModel.Person)
            await session.CoupleSalespeopleAsync();
    }

    /// <summary>What was written to both systems since the counts were zeroed, a line each. Reads travel in batches too, so their members tell.</summary>
    public static async Task<string[]> WritesAsync(this SyncWorld world) =>
        [.. (await world.Desk.RequestsAsync()).Where(count => count.Method != "GET" && count.Set != "$batch").Select(count => count.ToString())];
}
