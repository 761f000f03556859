using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Finds counterparts of uncoupled records that exist already: those a create left behind whose answer was lost, in this direction or the
/// other, and, where the mapping says so, those whose match fields are all equal and which nobody else is coupled to (spec/engine.md 3.4).
/// Tells as well which creates would be refused.
/// </summary>
internal sealed class CounterpartFinder(EndpointPair endpoints, ICouplingReader couplings, IPendingReader pending)
{
    private readonly FreeRecords free = new(couplings);
    private readonly TakenKeys taken = new(endpoints);
    private readonly IntendedCounterparts intended = new(endpoints, pending, new FreeRecords(couplings));
    private readonly LostCreates origins = new(endpoints, pending, new FreeRecords(couplings));

    /// <summary>The candidates, in their order, with the counterparts that were found.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(
        PassDefinition pass, IReadOnlyList<Candidate> candidates, PlanPolicy policy, ITranslator translator,
            CancellationToken cancellationToken)
    {
        if (!candidates.Any(candidate => candidate.Coupling is null))
            return candidates;
        if (!pass.DestinationTable.AcceptsClientIds)
            candidates = await intended.FindAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        if (policy.Creates(pass.Mapping))
            candidates = await origins.FindAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        if (pass.Mapping.MatchBeforeCreate)
            candidates = await MatchAsync(pass, candidates, translator, cancellationToken).ConfigureAwait(false);
        return policy.Creates(pass.Mapping)
            ? await taken.FindAsync(pass, candidates, translator, cancellationToken).ConfigureAwait(false) : candidates;
    }

    private async Task<IReadOnlyList<Candidate>> MatchAsync(
        PassDefinition pass, IReadOnlyList<Candidate> candidates, ITranslator translator, CancellationToken cancellationToken)
    {
        var open = candidates.Where(candidate => candidate is { Coupling: null, Match: null, Doubt: null });
        var found = new Dictionary<Guid, Record>();
        await FindEqualAsync(pass, KeysOf(pass, open, translator), found, cancellationToken).ConfigureAwait(false);
        return [.. candidates.Select(candidate => found.GetValueOrDefault(candidate.Source.Id) is { } match
            ? candidate with { Match = match }
            : candidate)];
    }

    // A record that lacks one of its criteria, or the coupling of a record it refers to, matches nothing yet.
    private static Dictionary<Guid, FieldValue[]> KeysOf(PassDefinition pass, IEnumerable<Candidate> candidates, ITranslator translator)
    {
        var keys = new Dictionary<Guid, FieldValue[]>();
        foreach (var candidate in candidates.Where(candidate => pass.SourceFilter.Matches(candidate.Source)))
        {
            var values = CriteriaOf(pass).Select(field => ColumnValue.Of(field, candidate, translator)).ToArray();
            if (values.Length > 0 && !Array.Exists(values, value => value.IsEmpty))
                keys[candidate.Source.Id] = values;
        }

        return keys;
    }

    // Rows of one column are alternatives: whichever applies gives the value.
    private static IEnumerable<IGrouping<string, PassField>> CriteriaOf(PassDefinition pass) =>
        pass.Fields.Where(field => field.Row.UseForMatching).GroupBy(field => field.Destination.Name);

    private async Task FindEqualAsync(
        PassDefinition pass, Dictionary<Guid, FieldValue[]> keys, Dictionary<Guid, Record> found, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return;
        string[] columns = [.. CriteriaOf(pass).Select(criterion => criterion.Key)];
        var rows = await new CriteriaReader(endpoints).ReadAsync(pass, columns, keys.Values, cancellationToken).ConfigureAwait(false);
        var unclaimed = (await free.OfAsync(pass, rows, cancellationToken).ConfigureAwait(false))
            .ToLookup(row => CriteriaReader.Key(columns.Select(column => row[column])));
        foreach (var group in keys.GroupBy(pair => CriteriaReader.Key(pair.Value), pair => pair.Key))
        {
            if (unclaimed[group.Key].ToArray() is [var row] && pass.DestinationFilter.Matches(row))
                found[group.First()] = row;
        }
    }
}
