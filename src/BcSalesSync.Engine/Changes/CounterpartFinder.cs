using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Finds counterparts of uncoupled records that exist already: those a create left behind whose answer was lost, and, where the mapping
/// says so, those whose match fields are all equal and which nobody else is coupled to (spec/engine.md 3.4).
/// </summary>
internal sealed class CounterpartFinder(EndpointPair endpoints, ICouplingReader couplings, IPendingReader pending)
{
    /// <summary>The candidates, in their order, with the counterparts that were found.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(
        PassDefinition pass, IReadOnlyList<Candidate> candidates, ITranslator translator, CancellationToken cancellationToken)
    {
        var uncoupled = candidates.Where(candidate => candidate.Coupling is null).ToArray();
        if (uncoupled.Length == 0)
            return candidates;
        var found = new Dictionary<Guid, Record>();
        if (!pass.DestinationTable.AcceptsClientIds)
            await FindIntendedAsync(pass, uncoupled, found, cancellationToken).ConfigureAwait(false);
        if (pass.Mapping.MatchBeforeCreate)
        {
            var keys = KeysOf(pass, uncoupled.Where(candidate => !found.ContainsKey(candidate.Source.Id)), translator);
            await FindEqualAsync(pass, keys, found, cancellationToken).ConfigureAwait(false);
        }

        return [.. candidates.Select(candidate => found.GetValueOrDefault(candidate.Source.Id) is { } match
            ? candidate with { Match = match }
            : candidate)];
    }

    private async Task FindIntendedAsync(
        PassDefinition pass, IReadOnlyList<Candidate> uncoupled, Dictionary<Guid, Record> found, CancellationToken cancellationToken)
    {
        var intents = await pending.IntentsAsync(pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false);
        var sharing = intents.ToLookup(intent => (intent.KeyColumn, Key(intent)));
        var wanted = intents.IntersectBy(uncoupled.Select(candidate => candidate.Source.Id), intent => intent.SourceId).ToArray();
        foreach (var group in wanted.GroupBy(intent => intent.KeyColumn))
        {
            var free = await FreeByValueAsync(pass, group.Key, group.Select(intent => FieldValue.Text(intent.KeyValue)),
                cancellationToken).ConfigureAwait(false);
            foreach (var intent in group)
            {
                var claimants = sharing[(intent.KeyColumn, Key(intent))].Count();
                if (free.GetValueOrDefault(Key(intent)) is { Count: > 0 } rows && rows.Count <= claimants)
                    Take(intent.SourceId, rows, found);
            }
        }
    }

    // A record that lacks one of its criteria, or the coupling of a record it refers to, matches nothing yet.
    private static Dictionary<Guid, FieldValue[]> KeysOf(PassDefinition pass, IEnumerable<Candidate> candidates, ITranslator translator)
    {
        var keys = new Dictionary<Guid, FieldValue[]>();
        foreach (var candidate in candidates.Where(candidate => pass.SourceFilter.Matches(candidate.Source)))
        {
            var values = CriteriaOf(pass).Select(field => ValueOf(field, candidate, translator)).ToArray();
            if (values.Length > 0 && !Array.Exists(values, value => value.IsEmpty))
                keys[candidate.Source.Id] = values;
        }

        return keys;
    }

    // Rows of one column are alternatives: whichever applies gives the value.
    private static IEnumerable<IGrouping<string, PassField>> CriteriaOf(PassDefinition pass) =>
        pass.Fields.Where(field => field.Row.UseForMatching).GroupBy(field => field.Destination.Name);

    private static FieldValue ValueOf(IEnumerable<PassField> rows, Candidate candidate, ITranslator translator) => rows
        .Select(row => (row.Destination, Translation: translator.Translate(row, candidate)))
        .Where(row => row.Translation is { Applies: true, Failure: null, Missing: null })
        .Select(row => ValueFitting.Fit(row.Translation.Value, row.Destination))
        .FirstOrDefault(value => !value.IsEmpty);

    private async Task FindEqualAsync(
        PassDefinition pass, Dictionary<Guid, FieldValue[]> keys, Dictionary<Guid, Record> found, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return;
        string[] columns = [.. CriteriaOf(pass).Select(criterion => criterion.Key)];
        var rows = await new CriteriaReader(endpoints).ReadAsync(pass, columns, keys.Values, cancellationToken).ConfigureAwait(false);
        var free = (await FreeAsync(pass, rows, cancellationToken).ConfigureAwait(false))
            .ToLookup(row => CriteriaReader.Key(columns.Select(column => row[column])));
        foreach (var group in keys.GroupBy(pair => CriteriaReader.Key(pair.Value), pair => pair.Key))
        {
            if (free[group.Key].ToArray() is [var row] && pass.DestinationFilter.Matches(row))
                found[group.First()] = row;
        }
    }

    private static string Key(CreateIntent intent) => intent.KeyValue.ToUpperInvariant();

    // Sources may share a key, such as a name; each row is for one of them.
    private static void Take(Guid source, List<Record> rows, Dictionary<Guid, Record> found)
    {
        found[source] = rows[0];
        rows.RemoveAt(0);
    }

    private async Task<Dictionary<string, List<Record>>> FreeByValueAsync(
        PassDefinition pass, string column, IEnumerable<FieldValue> values, CancellationToken cancellationToken)
    {
        var wanted = values.ToArray();
        if (wanted.Length == 0)
            return [];
        var columns = pass.DestinationColumns.Append(column).Distinct().ToArray();
        var rows = await endpoints.On(pass.Destination)
            .ReadByValueAsync(pass.DestinationTable.Name, columns, column, wanted, cancellationToken).ConfigureAwait(false);
        return (await FreeAsync(pass, rows, cancellationToken).ConfigureAwait(false))
            .GroupBy(row => row[column].ToString().ToUpperInvariant()).ToDictionary(group => group.Key, group => group.ToList());
    }

    private async Task<IEnumerable<Record>> FreeAsync(
        PassDefinition pass, IReadOnlyList<Record> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var taken = pass.Destination is SystemSide.Sales
            ? await couplings.FindBySalesIdAsync(pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false)
            : await couplings.FindByBcIdAsync(pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        var takenIds = taken.Select(coupling => coupling.IdOn(pass.Destination)).ToHashSet();
        return rows.Where(row => !takenIds.Contains(row.Id));
    }
}
