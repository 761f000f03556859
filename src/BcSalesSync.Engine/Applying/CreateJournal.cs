using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Applying;

/// <summary>
/// Where the system chooses the ids of new records, writes down what is about to be created, and which records of the same number or name
/// there are already, so that what was created can be told from them after its answer was lost (spec/wire-bc.md 5.5).
/// </summary>
internal sealed class CreateJournal(EndpointPair endpoints, IStateStore state, TimeProvider clock)
{
    // Who uses a name so often is better asked than burdened with a list.
    private const int MostBefore = 100;

    /// <summary>Writes down the creates among the writes that carry no id.</summary>
    public async Task WriteAsync(
        PassDefinition pass, IReadOnlyList<PlannedAction> plans, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var drafts = plans.Zip(writes, (plan, write) => Draft(pass, plan, write)).OfType<CreateIntent>().ToArray();
        if (drafts.Length == 0)
            return;
        var intents = new List<CreateIntent>(drafts.Length);
        foreach (var group in drafts.GroupBy(draft => draft.KeyColumn))
            intents.AddRange(await CompleteAsync(pass, group.Key, [.. group], cancellationToken).ConfigureAwait(false));
        await state.CommitAsync(new StateChange { Intents = intents, Now = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
    }

    private static CreateIntent? Draft(PassDefinition pass, PlannedAction plan, RecordWrite write)
    {
        if (write is not { Kind: WriteKind.Create, Id: null })
            return null;
        var key = Find(write, pass.DestinationTable.NumberColumn) ?? Find(write, pass.DestinationTable.NameColumn)
            ?? write.Values.Cast<KeyValuePair<string, FieldValue>?>().FirstOrDefault(pair => pair?.Value.AsText() is not null);
        return key is not { } found ? null : new CreateIntent
        {
            Mapping = pass.Mapping.Name,
            Direction = pass.Direction,
            SourceId = plan.Candidate.Source.Id,
            KeyColumn = found.Key,
            KeyValue = found.Value.ToString(),
            Sent = write.Values.ToDictionary(),
        };
    }

    private static KeyValuePair<string, FieldValue>? Find(RecordWrite write, string? column) => column is null ? null
        : write.Values.Cast<KeyValuePair<string, FieldValue>?>().FirstOrDefault(pair => pair!.Value.Key == column);

    private async Task<IEnumerable<CreateIntent>> CompleteAsync(
        PassDefinition pass, string column, CreateIntent[] drafts, CancellationToken cancellationToken)
    {
        var endpoint = endpoints.On(pass.Destination);
        var rows = await endpoint.ReadByValueAsync(
            pass.DestinationTable.Name, [column], column, [.. drafts.Select(draft => FieldValue.Text(draft.KeyValue)).Distinct()],
            cancellationToken).ConfigureAwait(false);
        var before = rows.ToLookup(row => row[column].ToString(), row => row.Id, StringComparer.OrdinalIgnoreCase);
        var time = endpoint.ServerTime;
        return drafts.Select(draft => draft with
        {
            Before = before[draft.KeyValue].Take(MostBefore + 1).ToArray() is { Length: <= MostBefore } few ? few : null,
            ServerTime = time,
        });
    }
}
