using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Looks at the tables of a mapping: whether they are there, may be read, and offer the mapped fields.</summary>
internal sealed class TableChecks(EndpointPair endpoints, MappingSet mappings, int tier)
{
    private const int FieldsNamed = 5;

    /// <summary>The lines of a mapping; one that passes in everything takes one line.</summary>
    public async Task<IReadOnlyList<BcCheck>> RunAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        var offered = new OfferedTables(
            await endpoints.BusinessCentral.GetSchemaAsync(mapping.BcTable, cancellationToken).ConfigureAwait(false),
            await endpoints.Sales.GetSchemaAsync(mapping.SalesTable, cancellationToken).ConfigureAwait(false),
            tier);
        if (FieldAvailability.Obstacle(mapping, offered) is { } obstacle)
            return [Checks.Warning(
                mapping.Name, obstacle,
                $"Install what is missing, or leave the mapping out: Set-BcTableMapping -Name '{mapping.Name}' -Enabled $false.")];
        if (await RefusedReadAsync(mapping, cancellationToken).ConfigureAwait(false) is { } refused)
            return [refused];
        var lines = new List<BcCheck>();
        var missing = Missing(mapping, offered);
        if (missing.Count > 0)
            lines.Add(Checks.Warning(
                $"{mapping.Name} fields",
                $"{missing.Count} mapped fields are not served: {string.Join(" ", missing.Take(FieldsNamed))}",
                $"Get-BcFieldMapping -Mapping '{mapping.Name}' | Where-Object Unavailable lists all of them."));
        var unlinked = Unlinked(mapping, offered);
        if (unlinked.Count > 0)
            lines.Add(Checks.Warning(
                $"{mapping.Name} links",
                $"Records that belong to one of {string.Join(", ", unlinked.Select(row => row.LookupMapping).Distinct())} are not recognised as such "
                    + $"and are passed over: {string.Join(" ", unlinked.Select(row => row.Obstacle).Distinct())}",
                "Install the companion app in Business Central, then connect again."));
        if (!offered.Sales!.TracksChanges && !offered.Sales.IsSetUp && mapping.Direction.Includes(SyncDirection.ToBusinessCentral))
            lines.Add(Checks.Warning(
                $"{mapping.Name} change tracking",
                $"The table {mapping.SalesTable} does not track changes: rows are found by their time, and deletions by comparison only.",
                $"Turn on change tracking of the table {mapping.SalesTable} in Sales."));
        return lines.Count > 0 ? lines : [Checks.Passed(mapping.Name, $"{mapping.BcTable} and {mapping.SalesTable} serve all mapped fields.")];
    }

    private List<string> Missing(TableMapping mapping, OfferedTables offered) =>
    [
        .. mapping.Fields.Where(field => field.Enabled && !field.BuiltIn && field.When?.Holds(mappings.Setup) is not false)
            .Select(field => FieldAvailability.Obstacle(mapping, field, offered)).OfType<string>(),
    ];

    // What the product fills in by itself nobody can map another way, so what it lacks is said in words of its own.
    private List<(string LookupMapping, string Obstacle)> Unlinked(TableMapping mapping, OfferedTables offered)
    {
        var found = new List<(string, string)>();
        foreach (var row in mapping.Fields.Where(row => row is { Enabled: true, BuiltIn: true, LookupMapping: not null }))
        {
            if (row.When?.Holds(mappings.Setup) is not false && mappings.Find(row.LookupMapping!) is not null
                && FieldAvailability.Absence(mapping, row, offered) is { } absence)
                found.Add((row.LookupMapping!, absence));
        }

        return found;
    }

    private async Task<BcCheck?> RefusedReadAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        try
        {
            await endpoints.BusinessCentral.CountAsync(mapping.BcTable, Filter.All, cancellationToken).ConfigureAwait(false);
            await endpoints.Sales.CountAsync(mapping.SalesTable, Filter.All, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (EndpointException problem)
        {
            var error = EndpointErrors.ToException(problem, mapping.Name).Error;
            return Checks.Failed(mapping.Name, error.Message, error.RecommendedAction);
        }
    }
}
