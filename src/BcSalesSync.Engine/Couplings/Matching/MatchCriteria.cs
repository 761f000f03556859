using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>
/// The criteria of a mapping: rows flagged for matching, whether they are synchronised or not, grouped by priority; or rows named for
/// one search, which make one group (spec/mappings.md 4.4). Rows of one column are alternatives: a price belongs to an item or a resource.
/// </summary>
internal static class MatchCriteria
{
    /// <summary>
    /// The rows among which criteria can be chosen. Constants and computed values say nothing about a record, except those that the
    /// product itself flags, such as the unit of a price.
    /// </summary>
    public static IEnumerable<FieldMapping> Eligible(IEnumerable<FieldMapping> rows) => rows.Where(row =>
        row is { Constant: null, Computed: null, BcField: not null, SalesField: not null }
            or { Constant: null, Computed: not null, SalesField: not null, BuiltIn: true, UseForMatching: true }
        && ReferenceType.ReferenceOf(row.SalesField) is null);

    /// <summary>The fields of Business Central that a mapping matches by, in the order in which they are tried.</summary>
    public static IReadOnlyList<string> Chosen(IEnumerable<FieldMapping> rows) =>
        [.. Eligible(rows).Where(row => row.UseForMatching).OrderBy(row => row.MatchPriority).Select(row => row.BcField).OfType<string>().Distinct()];

    /// <summary>The groups to try, in their order.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="rows">Its rows, as far as they belong under the switches.</param>
    /// <param name="offered">What the connection offers.</param>
    /// <param name="wanted">Fields named for this search, by either side; empty takes the flagged rows.</param>
    /// <param name="caseSensitive">Whether case counts; null leaves it to the rows.</param>
    /// <param name="now">Time (UTC), for errors.</param>
    /// <exception cref="SyncException">
    /// BcSync.Match.NoCriteria, BcSync.Match.UnknownField or BcSync.Match.FieldNotOffered.
    /// </exception>
    public static IReadOnlyList<MatchGroup> Of(
        TableMapping mapping, IEnumerable<FieldMapping> rows, OfferedTables offered, IReadOnlyList<string> wanted, bool? caseSensitive,
            DateTimeOffset now)
    {
        var eligible = Eligible(rows).ToArray();
        var groups = wanted.Count > 0
            ? [[.. wanted.SelectMany(name => Named(mapping, eligible, name, now)).Distinct()]]
            : eligible.Where(row => row.UseForMatching).GroupBy(row => row.MatchPriority).OrderBy(group => group.Key)
                .Select(group => group.ToArray()).ToArray();
        if (groups.Length == 0)
            throw new SyncException(MatchErrors.NoCriteria(now, mapping.Name));
        return
        [
            .. groups.Select(group => new MatchGroup(
                [.. group.GroupBy(row => row.SalesField!).Select(rows => Criterion(mapping, [.. rows], offered, caseSensitive, now))])),
        ];
    }

    private static FieldMapping[] Named(TableMapping mapping, FieldMapping[] eligible, string name, DateTimeOffset now)
    {
        var found = eligible.Where(row => name.Equals(row.BcField, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (found.Length == 0)
            found = [.. eligible.Where(row => name.Equals(row.SalesField, StringComparison.OrdinalIgnoreCase))];
        return found.Length > 0
            ? found
            : throw new SyncException(MatchErrors.UnknownField(now, mapping.Name, name, eligible.Select(row => row.BcField).OfType<string>().Distinct()));
    }

    // Leaving an absent criterion out would match more than the admin meant.
    private static MatchCriterion Criterion(
        TableMapping mapping, FieldMapping[] rows, OfferedTables offered, bool? caseSensitive, DateTimeOffset now)
    {
        foreach (var row in rows)
        {
            if (FieldAvailability.Absence(mapping, row, offered) is { } absence)
                throw new SyncException(MatchErrors.FieldNotOffered(now, mapping.Name, row.BcField ?? row.SalesField!, absence));
        }

        return new MatchCriterion(
            rows,
            rows[0].BcField is { } field ? offered.Bc!.Columns[field] : null,
            offered.Sales!.Columns[rows[0].SalesField!],
            caseSensitive ?? rows[0].CaseSensitive);
    }
}
