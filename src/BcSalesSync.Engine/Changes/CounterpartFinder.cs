using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Finds counterparts of uncoupled records that exist already: those a create left behind whose answer was lost, and, where the mapping
/// says so, those whose match field is equal and which nobody else is coupled to (spec/engine.md 3.4).
/// </summary>
internal sealed class CounterpartFinder(EndpointPair endpoints, ICouplingReader couplings, IPendingReader pending)
{
    /// <summary>Counterparts by source id; sources without one are absent.</summary>
    public async Task<IReadOnlyDictionary<Guid, Record>> FindAsync(
        PassDefinition pass, IReadOnlyList<Candidate> uncoupled, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Record>();
        if (uncoupled.Count == 0)
            return found;
        if (!pass.DestinationTable.AcceptsClientIds)
            await FindIntendedAsync(pass, uncoupled, found, cancellationToken).ConfigureAwait(false);
        if (pass.Mapping.MatchBeforeCreate && pass.Fields.FirstOrDefault(field => field.Row.UseForMatching) is { Source: not null } field)
            await FindEqualAsync(pass, field, [.. uncoupled.Where(candidate => !found.ContainsKey(candidate.Source.Id))], found,
                cancellationToken).ConfigureAwait(false);
        return found;
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

    private async Task FindEqualAsync(
        PassDefinition pass, PassField field, IReadOnlyList<Candidate> uncoupled, Dictionary<Guid, Record> found,
            CancellationToken cancellationToken)
    {
        // A key that the column cannot hold is found nowhere; planning then says so.
        var keys = uncoupled.ToDictionary(
            candidate => candidate.Source.Id,
            candidate => ValueFitting.Fit(candidate.Source[field.Source!], field.Destination) ?? FieldValue.Empty);
        var free = await FreeByValueAsync(
            pass, field.Destination.Name, keys.Values.Where(key => !key.IsEmpty).Distinct(), cancellationToken).ConfigureAwait(false);
        foreach (var (source, key) in keys)
        {
            if (free.GetValueOrDefault(key.ToString().ToUpperInvariant()) is { Count: 1 } rows && pass.DestinationFilter.Matches(rows[0]))
                Take(source, rows, found);
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
        var ids = rows.Select(row => row.Id).ToArray();
        var taken = pass.Destination is SystemSide.Sales
            ? await couplings.FindBySalesIdAsync(pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false)
            : await couplings.FindByBcIdAsync(pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        var takenIds = taken.Select(coupling => coupling.IdOn(pass.Destination)).ToHashSet();
        return rows.Where(row => !takenIds.Contains(row.Id))
            .GroupBy(row => row[column].ToString().ToUpperInvariant()).ToDictionary(group => group.Key, group => group.ToList());
    }
}
