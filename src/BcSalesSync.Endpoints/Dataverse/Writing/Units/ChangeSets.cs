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
        reply.Response!.NoteOverload(sets.SelectMany(parts => parts).Select(part => part.Status));
        var again = new List<Postponed<PlannedUnit>>();
        var firstId = 1;
        for (var position = 0; position < units.Count; position++)
        {
            var unit = units[position];
            if (position >= sets.Count)
            {
                // A service that stops at an error did not look at the rest; an answer that breaks off says nothing about it.
                var isSkipped = sets.Count > 0 && sets[^1].Any(part => !part.Succeeded);
                Settle(unit, isSkipped ? WriteStatus.NotSent : WriteStatus.Unknown, null);
                if (isSkipped)
                    again.Add(new(unit, null));
                continue;
            }

            run.Settle(unit.Position, ChangeSetOutcome.Read(unit.Steps, sets[position], firstId));
            firstId += unit.Steps.Count;
            if (sets[position].FirstOrDefault(part => part.IsBusy || part.IsUnauthorized) is { } busy)
                again.Add(new(unit, busy.RetryAfter, busy.IsUnauthorized));
        }

        return again;
    }
}
