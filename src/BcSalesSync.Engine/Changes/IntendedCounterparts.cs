using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes;

/// <summary>Looks for what creates left behind whose answers were lost.</summary>
internal sealed class IntendedCounterparts(EndpointPair endpoints, IPendingReader pending, FreeRecords free)
{
    /// <summary>The candidates, in their order: with the counterpart a create left behind, or with why it cannot be told.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(
        PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var intents = await pending.IntentsAsync(pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false);
        var uncoupled = candidates.Where(candidate => candidate.Coupling is null).Select(candidate => candidate.Source.Id);
        var wanted = intents.IntersectBy(uncoupled, intent => intent.SourceId).ToArray();
        if (wanted.Length == 0)
            return candidates;
        var sharing = intents.ToLookup(intent => (intent.KeyColumn, Key(intent)));
        var found = new Dictionary<Guid, (Record? Created, PlanFailure? Doubt)>();
        foreach (var column in wanted.GroupBy(intent => intent.KeyColumn))
        {
            var rows = await ReadAsync(pass, column.Key, [.. column], cancellationToken).ConfigureAwait(false);
            foreach (var key in column.GroupBy(Key))
            {
                var resolution = new IntentResolution([.. sharing[(column.Key, key.Key)]], [.. rows[key.Key]]);
                foreach (var intent in key)
                    found[intent.SourceId] = Answer(pass, intent, resolution);
            }
        }

        return [.. candidates.Select(candidate => found.TryGetValue(candidate.Source.Id, out var answer)
            ? candidate with { Match = answer.Created, Doubt = answer.Doubt }
            : candidate)];
    }

    private static (Record? Created, PlanFailure? Doubt) Answer(PassDefinition pass, CreateIntent intent, IntentResolution resolution)
    {
        var (created, doubtful) = resolution.Resolve(intent);
        return (created, doubtful.Count == 0 ? null : Uncertain(pass, intent, doubtful));
    }

    private async Task<ILookup<string, Record>> ReadAsync(
        PassDefinition pass, string column, CreateIntent[] intents, CancellationToken cancellationToken)
    {
        var columns = intents.SelectMany(intent => intent.Sent.Keys).Append(column)
            .Where(pass.DestinationTable.Columns.ContainsKey).Union(pass.DestinationColumns).ToArray();
        var values = intents.Select(intent => FieldValue.Text(intent.KeyValue)).Distinct().ToArray();
        var rows = await endpoints.On(pass.Destination)
            .ReadByValueAsync(pass.DestinationTable.Name, columns, column, values, cancellationToken).ConfigureAwait(false);
        return (await free.OfAsync(pass, rows, cancellationToken).ConfigureAwait(false))
            .ToLookup(row => row[column].ToString().ToUpperInvariant());
    }

    private static string Key(CreateIntent intent) => intent.KeyValue.ToUpperInvariant();

    private static PlanFailure Uncertain(PassDefinition pass, CreateIntent intent, IReadOnlyList<Record> doubtful)
    {
        var system = WriteFailures.Name(pass.Destination);
        var ids = doubtful.Select(row => row.Id).Order().ToArray();
        var (source, target) = pass.Source is SystemSide.Sales ? ("-SalesId", "-BcId") : ("-BcId", "-SalesId");
        return new PlanFailure(
            FailureClass.Data,
            "BcSync.Record.CreateUncertain",
            $"The answer to creating '{intent.KeyValue}' in {system} was lost, and since then there is a record of that {intent.KeyColumn} "
                + $"which may be it, or somebody else's: {string.Join(", ", ids)}.",
            $"If it is the counterpart, couple it: New-BcCoupling -Mapping {pass.Mapping.Name} {source} {intent.SourceId} {target} {ids[0]}. "
                + $"If not, couple it to its own counterpart or change its {intent.KeyColumn}; then create anew with "
                + $"Invoke-BcSyncNow -Mapping {pass.Mapping.Name} {source} {intent.SourceId} -Direction {pass.Direction}.");
    }
}
