using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks for everything that keeps a mapping from working, before it is stored.</summary>
internal static class MappingCheck
{
    /// <summary>The problems, those of the whole mapping first; none when it is fine.</summary>
    public static IEnumerable<MappingProblem> Problems(TableMapping mapping, CheckGround ground)
    {
        if (TableCheck.Tables(mapping, ground.Offered).Any() && IsKnown(mapping, ground))
            return [];
        var tables = TableCheck.Problems(mapping, ground).ToList();
        return tables.Count > 0 ? tables :
        [
            .. FilterCheck.Problems(mapping, ground),
            .. DependencyCheck.Problems(mapping, ground),
            .. Rows(mapping, ground),
            .. Directions(mapping),
            .. TemplateCheck.Problems(mapping, ground.Offered),
        ];
    }

    // A default mapping may wait for a table that this connection does not offer; nobody made it so.
    private static bool IsKnown(TableMapping mapping, CheckGround ground) =>
        ground.Before.Any(before => before.Family == mapping.Family) && mapping.Fields.All(ground.Knows);

    /// <summary>The problems of rows.</summary>
    public static IEnumerable<MappingProblem> Rows(TableMapping mapping, CheckGround ground)
    {
        var missing = TableCheck.Tables(mapping, ground.Offered).ToList();
        return missing.Count > 0 ? missing :
        [
            .. mapping.Fields.Where(row => !ground.Knows(row)).SelectMany(row => RowCheck.Problems(mapping, row, ground)),
            .. DuplicateCheck.Problems(mapping, ground),
        ];
    }

    /// <summary>A direction needs a row that goes there; a mapping without enabled rows may wait for them (spec/mappings.md 1.6).</summary>
    public static IEnumerable<MappingProblem> Directions(TableMapping mapping)
    {
        if (mapping is { IsOptionMapping: true, Direction: SyncDirection.Both })
        {
            yield return new MappingProblem(
                "OptionsOneWay",
                null,
                $"{mapping.Name} couples codes with options of Sales, which carry no time of their last change: it can go one way only.",
                "Choose -Direction ToSales or ToBusinessCentral.");
        }

        var rows = mapping.Fields.Where(row => row is { Enabled: true, BuiltIn: false }).ToList();
        if (rows.Count == 0)
            yield break;
        foreach (var pass in mapping.Direction.Passes().Where(pass => !rows.Exists(row => row.Direction.Includes(pass))))
        {
            yield return new MappingProblem(
                "NoFieldInDirection",
                null,
                $"{mapping.Name} cannot go {Words(pass)}: none of its enabled fields does.",
                "Enable a field for this direction first, or choose another one: "
                    + $"Set-BcTableMapping -Name {Quote(mapping.Name)} -Direction.")
            {
                Pass = pass,
            };
        }
    }

    internal static string Words(SyncDirection pass) => pass is SyncDirection.ToSales ? "to Sales" : "to Business Central";

    internal static string Quote(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"'{name}'" : name;
}
