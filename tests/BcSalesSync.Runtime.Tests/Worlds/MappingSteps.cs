using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>How an admin makes mappings their own, in one line each.</summary>
internal static class MappingSteps
{
    /// <summary>Sets up countries and regions of Business Central against the custom table of regions in Sales, with two rows.</summary>
    public static async Task<BcTableMapping> AddRegionsAsync(this SyncWorld world)
    {
        var mapping = await world.AddMappingAsync("region", "CountriesRegions", "new_region");
        await world.AddFieldAsync("code", "new_code", SyncDirection.ToSales);
        await world.AddFieldAsync("displayName", "new_name");
        return mapping;
    }

    /// <summary>Sets up a mapping that also creates.</summary>
    public static Task<BcTableMapping> AddMappingAsync(this SyncWorld world, string name, string bcTable, string salesTable) =>
        world.Session.MappingEditor.NewTableAsync(
            new NewTableMapping
            {
                BcTable = bcTable, SalesTable = salesTable, Settings = new TableMappingChange { Name = name, SyncOnlyCoupled = false },
            },
            default);

    /// <summary>Adds a row to the mapping of regions.</summary>
    public static Task<BcFieldMapping> AddFieldAsync(
        this SyncWorld world, string? bcField, string? salesField, SyncDirection? direction = null, params string[] transformation) =>
        world.AddFieldAsync(new FieldMappingChange
        {
            Mapping = "REGION", BcField = bcField, SalesField = salesField, Direction = direction, Transformation = transformation,
        });

    /// <summary>Adds a row.</summary>
    public static Task<BcFieldMapping> AddFieldAsync(this SyncWorld world, FieldMappingChange row) =>
        world.Session.MappingEditor.NewFieldAsync(row, default);

    /// <summary>Changes a row.</summary>
    public static Task<BcFieldMapping> SetFieldAsync(this SyncWorld world, FieldMappingChange row) =>
        world.Session.MappingEditor.SetFieldAsync(row, default);

    /// <summary>The error something is refused with.</summary>
    public static async Task<BcSyncError> RefusedAsync(Func<Task> work) => (await Assert.ThrowsAsync<SyncException>(work)).Error;

    /// <summary>Takes a file in.</summary>
    public static async Task<List<Outcome<BcTableMapping>>> ImportAsync(this SyncWorld world, string path, bool store = true) =>
        await world.Session.MappingEditor.ImportAsync(path, store, default).ToListAsync();
}
