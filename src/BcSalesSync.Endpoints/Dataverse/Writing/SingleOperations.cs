using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>Sends writes as independent operations of one batch, each with its own outcome.</summary>
internal sealed class SingleOperations(WriteRun run) : BatchSender<PlannedWrite>(run.Client)
{
    /// <inheritdoc/>
    protected override PackedBatch<PlannedWrite> Pack(IReadOnlyList<PlannedWrite> items)
    {
        var answered = RowOperation.AnswerFor(run.Table, items.Select(planned => planned.Write));
        var operations = items.Select(planned => RowOperation.Of(run.Table, run.Rows, planned.Write, answered)).ToList();
        var body = BatchWriter.Write(run.Client.BaseAddress, operations);
        return new PackedBatch<PlannedWrite>(body, reply => TrySettle(items, reply, answered));
    }

    /// <inheritdoc/>
    protected override void Settle(PlannedWrite item, WriteStatus status, EndpointFailure? failure) =>
        run.Settle(item, new WriteOutcome(status, item.Write.Id, Failure: failure));

    /// <inheritdoc/>
    protected override void SettleRefused(PlannedWrite item, int status, EndpointFailure failure) =>
        run.Settle(item, OutcomeReader.OfFailure(item.Write, status, failure));

    private List<Postponed<PlannedWrite>>? TrySettle(IReadOnlyList<PlannedWrite> writes, WriteReply reply, Selection answered)
    {
        if (BatchReader.TryRead(reply.Response) is not { } parts)
            return null;
        reply.Response!.NoteOverload(parts.Select(part => part.Status));
        var again = new List<Postponed<PlannedWrite>>();
        for (var position = 0; position < writes.Count; position++)
        {
            var planned = writes[position];
            if (position >= parts.Count)
            {
                // A service that stops at an error did not look at the rest; an answer that breaks off says nothing about it.
                var isSkipped = parts.Count > 0 && !parts[^1].Succeeded;
                Settle(planned, isSkipped ? WriteStatus.NotSent : WriteStatus.Unknown, null);
                if (isSkipped)
                    again.Add(new(planned, null));
                continue;
            }

            var part = parts[position];
            run.Settle(planned, OutcomeReader.Read(planned.Write, part, answered));
            if (part.IsBusy || part.IsUnauthorized)
                again.Add(new(planned, part.RetryAfter, part.IsUnauthorized));
        }

        return again;
    }
}
