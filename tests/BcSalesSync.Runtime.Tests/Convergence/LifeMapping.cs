using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.EveryMapping;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>A mapping as people live with it.</summary>
/// <param name="Name">Name of the mapping.</param>
/// <param name="Fields">Fields that people edit.</param>
internal sealed record LifeMapping(string Name, params LifeField[] Fields)
{
    /// <summary>Where its records live.</summary>
    public MappingSample Sample => MappingSample.Of(Name);

    /// <summary>Both systems with the mapping in step.</summary>
    public Func<Task<SyncWorld>> OpenAsync { get; init; } = OpenWholeAsync;

    /// <summary>Mappings that are run, parents first.</summary>
    public string[] Runs { get; init; } = [Name];

    /// <summary>Records of Business Central that belong to it.</summary>
    public Func<JsonObject, bool> InBc { get; init; } = row => true;

    /// <summary>Rows of Sales that belong to it.</summary>
    public Func<JsonObject, bool> InSales { get; init; } = row => true;

    /// <summary>Which records people couple: a record of Business Central, a row of Sales.</summary>
    public Func<JsonObject, JsonObject, bool> Fits { get; init; } = (record, row) => true;

    /// <summary>A row that a user adds in Business Central, or the id of one that was added; null when there is nothing left to add.</summary>
    public required Func<LifeMoment, Task<object?>> NewInBc { get; init; }

    /// <summary>The same in Sales; null where nobody adds any.</summary>
    public Func<LifeMoment, Task<object?>>? NewInSales { get; init; }

    /// <summary>What references can name.</summary>
    public Func<SyncWorld, Task<LifeLinks>> LinksAsync { get; init; } = world => Task.FromResult(LifeLinks.None);

    /// <summary>True when records travel one way only.</summary>
    public bool IsOneWay => Fields.All(mapped => !mapped.TwoWay);

    private static async Task<SyncWorld> OpenWholeAsync()
    {
        var world = await WholeWorld.OpenAsync("default");
        await world.FullSyncAsync(FullSyncAction.FullSync);
        return world;
    }
}
