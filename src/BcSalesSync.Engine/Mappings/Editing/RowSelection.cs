using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings.Checks;

namespace BcSalesSync.Engine.Mappings.Editing;

/// <summary>Finds the row that somebody means.</summary>
internal static class RowSelection
{
    /// <summary>The one row with the given field or fields, whatever their case.</summary>
    /// <exception cref="SyncException">There is none, there are several, or it is the engine's own.</exception>
    public static FieldMapping Row(this TableMapping mapping, FieldMappingChange selection, BcSyncSetup setup, DateTimeOffset now)
    {
        var named = string.Join(" / ", new[] { selection.BcField, selection.SalesField }.Where(name => !string.IsNullOrEmpty(name)));
        var rows = mapping.Fields.Where(row => row.BelongsTo(setup) && named.Length > 0
            && Is(selection.BcField, row.BcField) && Is(selection.SalesField, row.SalesField)).ToList();
        var editable = rows.Where(row => !row.BuiltIn).ToList();
        return (rows, editable) switch
        {
            (_, [var only]) => only,
            ([], _) => throw new SyncException(MappingErrors.FieldNotFound(now, mapping.Name, named.Length == 0 ? "no field" : named)),
            ([var builtIn, ..], []) => throw new SyncException(MappingErrors.FieldBuiltIn(now, mapping.Name, RowName.Of(builtIn))),
            _ => throw new SyncException(MappingErrors.FieldAmbiguous(now, mapping.Name, named, editable.Select(RowName.Of))),
        };
    }

    private static bool Is(string? wanted, string? name) =>
        string.IsNullOrEmpty(wanted) || wanted.Equals(name, StringComparison.OrdinalIgnoreCase);
}
