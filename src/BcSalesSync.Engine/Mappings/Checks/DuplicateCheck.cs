using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks for rows that would write the same field in the same direction.</summary>
internal static class DuplicateCheck
{
    public static IEnumerable<MappingProblem> Problems(TableMapping mapping, CheckGround ground)
    {
        var rows = mapping.Fields.Where(row => row is { Enabled: true, BuiltIn: false }).ToList();
        for (var first = 0; first < rows.Count; first++)
        {
            for (var second = first + 1; second < rows.Count; second++)
            {
                var bothKnown = ground.Knows(rows[first]) && ground.Knows(rows[second]) && rows[first] != rows[second];
                if (!bothKnown && Shared(rows[first], rows[second]) is var (pass, field))
                    yield return Twice(mapping, rows[first], rows[second], pass, field);
            }
        }
    }

    private static (SyncDirection Pass, string Field)? Shared(FieldMapping first, FieldMapping second)
    {
        if (!first.MeetsAlongWith(second) || IsOneOfSeveralReferences(first, second))
            return null;
        foreach (var pass in SyncDirection.Both.Passes().Where(pass => first.Direction.Includes(pass) && second.Direction.Includes(pass)))
        {
            if (Written(first, pass) is { } field && field == Written(second, pass))
                return (pass, field);
        }

        return null;
    }

    private static string? Written(FieldMapping row, SyncDirection pass) => pass is SyncDirection.ToSales ? row.SalesField : row.BcField;

    // A reference to one of several tables is a row for each of them; a record fits only one.
    private static bool IsOneOfSeveralReferences(FieldMapping first, FieldMapping second) =>
        first.LookupMapping is not null && second.LookupMapping is not null
        && !first.LookupMapping.Equals(second.LookupMapping, StringComparison.OrdinalIgnoreCase);

    private static MappingProblem Twice(
        TableMapping mapping, FieldMapping first, FieldMapping second, SyncDirection pass, string field) => new(
        "DuplicateField",
        RowName.Of(second),
        $"{field} of {mapping.Name} would be written {MappingCheck.Words(pass)} by {RowName.Of(first)} and by {RowName.Of(second)}.",
        "Disable or remove one of them, or let them go different ways.");
}
