using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Applies what an admin changes about a table mapping.</summary>
public static class MappingChange
{
    /// <summary>The mapping with the change applied.</summary>
    /// <param name="mapping">The mapping as it is.</param>
    /// <param name="change">The change; members that are null stay as they are.</param>
    /// <param name="offered">Tables against which columns of filters are checked.</param>
    /// <param name="now">Time of the change (UTC), for errors.</param>
    /// <exception cref="SyncException">
    /// BcSync.Mapping.InvalidFilter, BcSync.Mapping.InvalidInterval, BcSync.Mapping.NoFieldInDirection or BcSync.Mapping.OptionsOneWay
    /// (spec/engine.md 7, 35).
    /// </exception>
    public static TableMapping Apply(TableMapping mapping, TableMappingChange change, OfferedTables offered, DateTimeOffset now)
    {
        CheckFilter(mapping.Name, SystemSide.BusinessCentral, change.BcFilter, offered.Bc, now);
        CheckFilter(mapping.Name, SystemSide.Sales, change.SalesFilter, offered.Sales, now);
        if (change.IntervalMinutes < 0 || change.IdleMinutes < 0)
            throw new SyncException(MappingErrors.InvalidInterval(now, mapping.Name));
        if (change.Direction is { } direction && direction != mapping.Direction)
            CheckDirection(mapping, direction, now);
        return mapping with
        {
            Direction = change.Direction ?? mapping.Direction,
            SyncOnlyCoupled = change.SyncOnlyCoupled ?? mapping.SyncOnlyCoupled,
            UpdateConflict = change.UpdateConflict ?? mapping.UpdateConflict,
            ConflictScope = change.ConflictScope ?? mapping.ConflictScope,
            DeletionConflict = change.DeletionConflict ?? mapping.DeletionConflict,
            BcFilter = change.BcFilter?.Trim() ?? mapping.BcFilter,
            SalesFilter = change.SalesFilter?.Trim() ?? mapping.SalesFilter,
            IntervalMinutes = change.IntervalMinutes ?? mapping.IntervalMinutes,
            IdleMinutes = change.IdleMinutes ?? mapping.IdleMinutes,
            Enabled = change.Enabled ?? mapping.Enabled,
        };
    }

    private static void CheckFilter(string mapping, SystemSide side, string? text, TableSchema? table, DateTimeOffset now)
    {
        if (text is null)
            return;
        try
        {
            // An id in place of the company keeps the condition on it from falling away, so that its column is checked too.
            var filter = MappingFilters.Parse(text, new Guid(1, 0, 0, new byte[8]));
            var unknown = filter.Columns.FirstOrDefault(column => table is not null && !table.Columns.ContainsKey(column));
            if (unknown is not null)
                throw new SyncException(MappingErrors.UnknownFilterColumn(now, mapping, side, unknown, table!.Name));
        }
        catch (FilterSyntaxException problem)
        {
            throw new SyncException(MappingErrors.InvalidFilter(now, mapping, side, problem), problem);
        }
    }

    /// <summary>A mapping without enabled rows may take any direction; runs refuse it anyway (spec/mappings.md 1.6).</summary>
    private static void CheckDirection(TableMapping mapping, SyncDirection direction, DateTimeOffset now)
    {
        if (mapping.IsOptionMapping && direction is SyncDirection.Both)
            throw new SyncException(MappingErrors.OptionsOneWay(now, mapping.Name));
        var fields = mapping.Fields.Where(field => field.Enabled && !field.BuiltIn).ToList();
        if (fields.Count == 0)
            return;
        foreach (var pass in direction.Passes())
        {
            if (!fields.Exists(field => field.Direction.Includes(pass)))
                throw new SyncException(MappingErrors.NoFieldInDirection(now, mapping.Name, pass));
        }
    }
}
