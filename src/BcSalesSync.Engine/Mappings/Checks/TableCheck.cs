using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks at the two tables, the columns people know records by, and the times of runs.</summary>
internal static class TableCheck
{
    public static IEnumerable<MappingProblem> Problems(TableMapping mapping, CheckGround ground) =>
        Tables(mapping, ground.Offered).Concat(Settings(mapping, ground.Offered));

    /// <summary>Problems of the tables themselves.</summary>
    public static IEnumerable<MappingProblem> Tables(TableMapping mapping, OfferedTables offered)
    {
        var (bc, sales) = (offered.Bc, offered.Sales);
        if (bc is null)
            yield return Missing("Business Central", "entity set", mapping.BcTable, "Press Tab after -BcTable to see the names.");
        if (sales is null)
        {
            yield return Missing(
                "Sales", "table", mapping.SalesTable, "Press Tab after -SalesTable to see the names: logical ones, such as account.");
        }

        if (bc is not null && !bc.Columns.ContainsKey("id"))
        {
            yield return new MappingProblem(
                "TableNotSupported",
                null,
                $"{mapping.BcTable} has no id, so its records cannot be coupled.",
                "Choose another entity set.");
        }
    }

    /// <summary>Problems of settings that have no check of their own.</summary>
    public static IEnumerable<MappingProblem> Settings(TableMapping mapping, OfferedTables offered)
    {
        if (mapping.IntervalMinutes < 0 || mapping.IdleMinutes < 0)
        {
            yield return new MappingProblem(
                "InvalidInterval",
                null,
                $"The minutes between runs of {mapping.Name} cannot be negative.",
                "Give minutes, or 0 for no scheduled runs.");
        }

        foreach (var (column, table, parameter) in new[]
        {
            (mapping.BcNumberField, offered.Bc, "BcNumberField"), (mapping.BcNameField, offered.Bc, "BcNameField"),
            (mapping.SalesNameField, offered.Sales, "SalesNameField"),
        })
        {
            if (column is not null && table is not null && !IsText(table.Columns.GetValueOrDefault(column)))
            {
                yield return new MappingProblem(
                    "UnknownField",
                    column,
                    $"{table.Name} has no text column '{column}'.",
                    $"Give a text column of {table.Name} for -{parameter}.");
            }
        }
    }

    private static MappingProblem Missing(string system, string kind, string table, string nextStep) => new(
        "TableNotOffered", null, $"{system} offers no {kind} '{table}' to this connection.", nextStep);

    private static bool IsText(ColumnSchema? column) => column?.Kind is FieldKind.Text or FieldKind.Code;
}
