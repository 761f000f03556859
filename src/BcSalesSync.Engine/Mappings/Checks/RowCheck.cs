using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks at one field row that somebody set.</summary>
internal static class RowCheck
{
    /// <summary>The first problem of the row, as the later ones follow from it; none when it is fine.</summary>
    public static IEnumerable<MappingProblem> Problems(TableMapping mapping, FieldMapping row, CheckGround ground) =>
        IsSwitchedComputation(row, ground) ? [] : Steps(mapping, row, ground).OfType<MappingProblem>().Take(1);

    // What the engine computes stays what it is, but may be disabled, or go another way.
    private static bool IsSwitchedComputation(FieldMapping row, CheckGround ground) => row is { Computed: not null, BuiltIn: false }
        && ground.Before.SelectMany(before => before.Fields).Any(known => !known.BuiltIn && known.Computed == row.Computed
            && known.BcField == row.BcField && known.SalesField == row.SalesField && Equals(known.Transform, row.Transform));

    private static IEnumerable<MappingProblem?> Steps(TableMapping mapping, FieldMapping row, CheckGround ground)
    {
        yield return Shape(row);
        yield return Missing(row, row.BcField, ground.Offered.Bc!);
        yield return Missing(row, row.WhenBlank, ground.Offered.Bc!);
        yield return Missing(row, row.SalesField, ground.Offered.Sales!);
        foreach (var pass in row.Direction.Passes())
        {
            if (FieldAvailability.Obstacle(mapping, row, ground.Offered, pass) is { } obstacle)
                yield return Of(row, "DirectionNotPossible", obstacle, $"Choose a direction other than {pass}.");
        }

        var columns = new RowColumns(row, ground.Offered);
        yield return ConstantCheck.Problem(row, columns);
        yield return ReferenceCheck.Problem(row, columns, ground);
        yield return TypeCheck.Problem(row, columns);
        yield return Matching(row, columns);
    }

    /// <summary>A problem of a row.</summary>
    internal static MappingProblem Of(FieldMapping row, string problem, string message, string nextStep) =>
        new(problem, RowName.Of(row), $"{RowName.Of(row)}: {message}", nextStep);

    private static MappingProblem? Shape(FieldMapping row)
    {
        if (row.BuiltIn || row.Computed is not null)
            return Of(row, "FieldBuiltIn", "what the engine computes cannot be set.", "Leave the row as it is, or out of the file.");
        if (row.Constant is null)
        {
            return row.BcField is not null && row.SalesField is not null
                ? null
                : Of(
                    row,
                    "FieldIncomplete",
                    "a field of each side is needed.",
                    "Give -BcField and -SalesField, or one of them and -ConstantValue.");
        }

        if ((row.BcField is null) == (row.SalesField is null))
            return Of(row, "FieldIncomplete", "a constant is written to one field.", "Give -BcField or -SalesField, not both.");
        var pass = row.SalesField is null ? SyncDirection.ToBusinessCentral : SyncDirection.ToSales;
        return row.Direction == pass ? null : Of(row, "DirectionNotPossible", "a constant goes one way.", $"Give -Direction {pass}.");
    }

    private static MappingProblem? Missing(FieldMapping row, string? name, TableSchema table)
    {
        if (name is null || table.Columns.ContainsKey(ReferenceType.ReferenceOf(name) ?? name))
            return null;
        var near = table.Columns.Keys.Where(known => known.Contains(name, StringComparison.OrdinalIgnoreCase)
            || name.Contains(known, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(5).ToList();
        var hint = near.Count == 0
            ? "Press Tab after -BcField or -SalesField to see the names."
            : $"Similar names: {string.Join(", ", near)}.";
        return Of(row, "UnknownField", $"{table.Name} has no column '{name}'.", hint);
    }

    private static MappingProblem? Matching(FieldMapping row, RowColumns columns)
    {
        if (row.MatchPriority < 0)
            return Of(row, "InvalidMatching", "the match priority cannot be negative.", "Give 0 or more; 0 is tried first.");
        if (!row.UseForMatching)
            return null;
        var isEligible = row is { Constant: null, LookupMapping: null, OptionTable: null } && row.Transform?.OneWay.Any() is not true
            && IsCriterion(columns.Bc) && IsCriterion(columns.Sales);
        return isEligible ? null : Of(
            row,
            "InvalidMatching",
            "it cannot be a criterion of matching: constants, references and values that change one way say nothing.",
            "Match by a text, a code, a number or a date.");
    }

    private static bool IsCriterion(ColumnSchema? column) => column is { Kind: not (FieldKind.Lookup or FieldKind.UniqueId) };
}
