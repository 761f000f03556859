using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>A few customers coupled with accounts, in step, and the people who edit them on both sides.</summary>
internal sealed class CoupledCustomers(SyncWorld world, IReadOnlyList<BcCoupling> pairs)
{
    public static async Task<CoupledCustomers> OpenAsync(SyncWorld world, UpdateConflictPolicy policy, ConflictScope scope)
    {
        await world.PrepareReferencesAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", UpdateConflict = policy, ConflictScope = scope });
        await world.RunAsync("CUSTOMER");
        return new CoupledCustomers(world, await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync());
    }

    /// <summary>Types the edits, each a while after the one before.</summary>
    public async Task TypeAsync(IEnumerable<Edit> edits)
    {
        foreach (var edit in edits)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            var pair = pairs[edit.Customer];
            var (bc, sales) = Edit.Fields[edit.Field];
            if (edit.InSales)
                await world.Desk.SalesAsync("accounts", new Dictionary<string, object> { ["accountid"] = pair.SalesId, [sales] = edit.Value });
            else
                await world.Desk.BcAsync("customers", new Dictionary<string, object> { ["id"] = pair.BcId, [bc] = edit.Value });
        }
    }

    /// <summary>Fields that differ between the sides of each pair.</summary>
    public async Task<ILookup<Guid, string>> DifferencesAsync()
    {
        var records = (await world.Desk.RowsAsync("bc", "customers")).ToDictionary(row => row["id"]!.GetValue<Guid>());
        var rows = (await world.Desk.RowsAsync("sales", "accounts")).ToDictionary(row => row["accountid"]!.GetValue<Guid>());
        return pairs.SelectMany(pair => Edit.Fields.Select(field => (
                pair.BcId, Bc: $"{field.Bc} '{Shown(records[pair.BcId], field.Bc)}'", Same: Shown(records[pair.BcId], field.Bc) == Shown(rows[pair.SalesId], field.Sales),
                Sales: Shown(rows[pair.SalesId], field.Sales))))
            .Where(field => !field.Same).ToLookup(field => field.BcId, field => $"{field.Bc} against '{field.Sales}'");
    }

    /// <summary>Pairs that are reported as not in step.</summary>
    public async Task<HashSet<Guid>> ReportedAsync() => [.. (await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync())
        .Where(coupling => coupling.Skipped || coupling.ToSalesResult is SyncOutcome.Failure || coupling.ToBusinessCentralResult is SyncOutcome.Failure)
        .Select(coupling => coupling.BcId)];

    private static string Shown(JsonObject row, string column) => row[column]?.ToString() ?? string.Empty;
}
