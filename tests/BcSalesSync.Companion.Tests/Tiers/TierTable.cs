using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Companion.Tests.Tiers;

// What the default mappings can do with API v2.0 alone, as a table for people.
internal static class TierTable
{
    private const int Companion = 2;
    private const string Nothing = "–";
    private const string Heading = "| Mapping | Table | Without the app | Not sent to Sales without it | Not written in Business Central without it |";

    private static readonly BcSyncSetup[] Setups =
    [
        .. from model in new[] { OwnershipModel.Team, OwnershipModel.Person }
           from groups in new[] { false, true }
           select new BcSyncSetup { OwnershipModel = model, UnitGroupMapping = groups },
    ];

    public static async Task<IReadOnlyList<string>> MakeAsync()
    {
        using var with = new SandboxSchemas(Companion);
        using var without = new SandboxSchemas(tier: 0);
        var lines = new List<string> { Heading, "|---|---|---|---|---|" };
        foreach (var mapping in DefaultMappings.All.DistinctBy(mapping => mapping.Name))
        {
            var full = new OfferedTables(await with.FindAsync(mapping.BcTable), Permissive(mapping), Companion);
            var reduced = new OfferedTables(await without.FindAsync(mapping.BcTable), Permissive(mapping), Tier: 0);
            lines.Add(Line(mapping, full, reduced));
        }

        return lines;
    }

    private static string Line(TableMapping mapping, OfferedTables full, OfferedTables reduced)
    {
        if (reduced.Bc is null || mapping.Tier > reduced.Tier)
            return $"| {mapping.Name} | `{mapping.BcTable}` | does not work | {All(mapping, SyncDirection.ToSales)} | {All(mapping, SyncDirection.ToBusinessCentral)} |";
        var toSales = Missing(mapping, SyncDirection.ToSales, full, reduced);
        var toBusinessCentral = Missing(mapping, SyncDirection.ToBusinessCentral, full, reduced);
        var verdict = toSales == Nothing && toBusinessCentral == Nothing ? "works" : "works in part";
        return $"| {mapping.Name} | `{mapping.BcTable}` | {verdict} | {toSales} | {toBusinessCentral} |";
    }

    private static string All(TableMapping mapping, SyncDirection pass) => mapping.Direction.Includes(pass) ? "all" : Nothing;

    // Fields of rows whose destination no row reaches any more.
    private static string Missing(TableMapping mapping, SyncDirection pass, OfferedTables full, OfferedTables reduced)
    {
        var missing = Setups.SelectMany(setup =>
        {
            var reached = EffectiveFields.Of(mapping, pass, setup, reduced).Select(field => Destination(field, pass)).ToHashSet();
            return EffectiveFields.Of(mapping, pass, setup, full).Where(field => !reached.Contains(Destination(field, pass)));
        });
        var names = missing.Select(field => $"`{field.BcField ?? field.SalesField}`").Distinct().ToList();
        return names.Count == 0 ? Nothing : string.Join(", ", names);
    }

    private static string? Destination(FieldMapping field, SyncDirection pass) =>
        pass is SyncDirection.ToSales ? field.SalesField : field.BcField;

    // Sales as it would have to be for the mapping: the table is about the other side.
    private static TableSchema Permissive(TableMapping mapping) => new()
    {
        Name = mapping.SalesTable,
        Columns = mapping.Fields.Select(field => field.SalesField).OfType<string>().Distinct()
            .ToDictionary(column => column, column => new ColumnSchema { Name = column, Kind = FieldKind.Text }),
    };
}
