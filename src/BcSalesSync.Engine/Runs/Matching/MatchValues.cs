using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Matching;

/// <summary>
/// The values by which records are matched: those of Business Central as they would be in Sales, references through couplings and codes
/// by the labels of choices.
/// </summary>
internal sealed class MatchValues(PassDefinition pass, IReadOnlyList<MatchGroup> groups)
{
    private readonly IReadOnlyList<IReadOnlyList<(MatchCriterion Criterion, PassField[] Fields)>> criteria =
        [.. groups.Select(group => group.Criteria
            .Select(criterion => (criterion, pass.Fields.Where(field => criterion.Rows.Contains(field.Row)).ToArray())).ToArray())];

    /// <summary>For each group a value for each criterion, null where it does not count; null for groups that cannot match.</summary>
    public IReadOnlyList<IReadOnlyList<string?>?> Of(Candidate candidate, ITranslator translator) =>
        [.. criteria.Select(group => OfGroup(group, candidate, translator))];

    /// <summary>For each group the values of a row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Of(Record row) =>
        [.. groups.Select(group => group.Criteria.Select(criterion => criterion.Normalized(row[criterion.Sales.Name])).ToArray())];

    private static string?[]? OfGroup(
        IReadOnlyList<(MatchCriterion Criterion, PassField[] Fields)> group, Candidate candidate, ITranslator translator)
    {
        var values = new string?[group.Count];
        var usable = false;
        for (var i = 0; i < group.Count; i++)
        {
            var (criterion, fields) = group[i];
            var blank = fields.All(field => IsBlank(candidate.Source, field));
            if (blank && criterion.IgnoresBlank)
                continue;
            var applying = fields.Select(field => Translated(criterion, field, candidate, translator)).FirstOrDefault(found => found is not null);
            if (applying is not { } value)
                return null;
            values[i] = value.Length == 0 && criterion.IgnoresBlank ? null : value;
            usable |= !blank && values[i] is not null;
        }

        return usable ? values : null;
    }

    private static bool IsBlank(Record record, PassField field) =>
        field.Source is not { } source || (record[source].IsEmpty && (field.Row.WhenBlank is not { } standIn || record[standIn].IsEmpty));

    // What has no counterpart in Sales, such as a code that is not coupled, is equal to nothing there.
    private static string? Translated(MatchCriterion criterion, PassField field, Candidate candidate, ITranslator translator)
    {
        var translation = translator.Translate(field, candidate);
        if (translation is not { Applies: true, Missing: null, Failure: null })
            return null;
        return ValueFitting.Fit(translation.Value, criterion.Sales) is { } value ? criterion.Normalized(value) : null;
    }
}
