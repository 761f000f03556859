using BcSalesSync.Engine.Mappings.Editing;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks at references: the mapping they are translated through, and what becomes of those that are not coupled.</summary>
internal static class ReferenceCheck
{
    public static MappingProblem? Problem(FieldMapping row, RowColumns columns, CheckGround ground)
    {
        if (row.NotNull && row.ClearOnFailedSync)
        {
            return RowCheck.Of(
                row,
                "NotNullAndClear",
                "not null and clear on failed sync exclude each other.",
                "Give one of -NotNull and -ClearOnFailedSync.");
        }

        if (row.LookupMapping is { } name)
            return Lookup(row, columns, ground, name);
        if (row.NotNull || row.ClearOnFailedSync || row.BlankIsLocalCurrency)
        {
            return RowCheck.Of(
                row,
                "NotAReference",
                "not null, clear on failed sync and the local currency are for references only.",
                "Leave these settings out, or name the mapping of the reference with -LookupMapping.");
        }

        if (row.Constant is null && columns.Sales is { Kind: FieldKind.Lookup } column)
            return Unmapped(row, column, LookupCandidates.For(column, ground.All));
        return row.OptionTable is not null && columns.Sales is not { Kind: FieldKind.Option }
            ? RowCheck.Of(row, "IncompatibleTypes", $"{row.SalesField} is no choice.", "Leave the option table out.")
            : null;
    }

    private static MappingProblem? Lookup(FieldMapping row, RowColumns columns, CheckGround ground, string name)
    {
        if (ground.Find(name) is not { } lookup)
        {
            return RowCheck.Of(
                row, "LookupNotMapped", $"there is no mapping '{name}' to translate the reference through.",
                $"Give one of {string.Join(", ", ground.All.Select(known => known.Name))}.");
        }

        if (row.Transform is not null)
        {
            return RowCheck.Of(
                row,
                "InvalidTransformation",
                "a reference is translated by its coupling and takes no transformation.",
                "Leave -Transformation out.");
        }

        if (LookupCandidates.For(columns.Sales!, [lookup]).Count == 0)
        {
            return RowCheck.Of(
                row,
                "LookupNotMapped",
                $"{row.SalesField} does not lead to {lookup.SalesTable}, the table of {lookup.Name}.",
                columns.Sales!.Targets.Count == 0 ? "Leave -LookupMapping out: the column is no reference."
                    : $"Name a mapping of {string.Join(" or ", columns.Sales.Targets)} with -LookupMapping.");
        }

        return columns.Bc is { Kind: FieldKind.Code or FieldKind.Text or FieldKind.UniqueId }
            ? null
            : RowCheck.Of(
                row, "IncompatibleTypes", $"{row.BcField} is neither a code nor an id, so it refers to nothing.", "Choose another field.");
    }

    private static MappingProblem Unmapped(FieldMapping row, ColumnSchema column, IReadOnlyList<TableMapping> candidates) =>
        candidates.Count > 1
        ? RowCheck.Of(
            row,
            "LookupAmbiguous",
            $"{column.Name} may be translated through {string.Join(" or ", candidates.Select(known => known.Name))}.",
            "Name one of them with -LookupMapping.")
        : RowCheck.Of(
            row,
            "LookupNotMapped",
            $"{column.Name} refers to {string.Join(" or ", column.Targets)}, and no mapping joins that table with one of Business Central.",
            "Set up a mapping of that table first: New-BcTableMapping.");
}
