using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>Sends units as change sets of one batch, each with its own outcome.</summary>
internal sealed class ChangeSets(DataverseClient client, UnitRun run) : BatchSender<PlannedUnit>(client)
{
    private readonly DataverseClient client = client;

    /// <inheritdoc/>
    protected override PackedBatch<PlannedUnit> Pack(IReadOnlyList<PlannedUnit> items)
    {
        var sets = items.Select(unit => unit.Steps.Select(step => step.ToOperation()).ToList()).ToList();
        return new PackedBatch<PlannedUnit>(BatchWriter.WriteChangeSets(client.BaseAddress, sets), reply => TrySettle(items, reply));
    }

    /// <inheritdoc/>
    protected override void Settle(PlannedUnit item, WriteStatus status, EndpointFailure? failure) =>
        run.Settle(item.Position, new UnitOutcome(status, [], null, failure));

    /// <inheritdoc/>
    protected override void SettleRefused(PlannedUnit item, int status, EndpointFailure failure) =>
        Settle(item, WriteStatus.Refused, failure);

    private List<Postponed<PlannedUnit>>? TrySettle(IReadOnlyList<PlannedUnit> units, WriteReply reply)
    {
        if (BatchReader.TryReadChangeSets(reply.Response) is not { } sets)
            return null;
        client.NoteOverload([.. sets.SelectMany(parts => parts)], reply.Response!);
        var again = new List<Postponed<PlannedUnit>>();
        var firstId = 1;
        for (var position = 0; position < units.Count; position++)
        {
            var unit = units[position];
            if (position >= sets.Count)
            {
                Settle(unit, WriteStatus.NotSent, null);
                again.Add(new(unit, null));
                continue;
            }

            run.Settle(unit.Position, ChangeSetOutcome.Read(unit.Steps, sets[position], firstId));
            firstId += unit.Steps.Count;
            if (sets[position].FirstOrDefault(part => part.IsBusy) is { } busy)
                again.Add(new(unit, busy.RetryAfter));
        }

        return again;
    }
}
