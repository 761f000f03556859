using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>Sends writes as independent operations of one batch, each with its own outcome.</summary>
internal static class SingleOperations
{
    private const int MaxRounds = 4;

    /// <summary>Writes rows; operations the service was too busy for are sent again, and only those.</summary>
    internal static async Task SendAsync(WriteRun run, IReadOnlyList<PlannedWrite> writes, CancellationToken cancellationToken)
    {
        var open = writes;
        for (var round = 1; open.Count > 0 && !cancellationToken.IsCancellationRequested; round++)
        {
            var answered = run.AnswerFor(open);
            var operations = open.Select(planned => ToOperation(run, planned.Write, answered)).ToList();
            var body = WriteBody.Batch(BatchWriter.Write(run.Client.BaseAddress, operations));
            using var reply = await run.Client.WriteAsync("$batch", body, cancellationToken);
            var busy = await SettleAsync(run, open, reply, answered, cancellationToken);
            if (round == MaxRounds || busy.Count == 0)
                return;
            open = [.. busy.Select(item => item.Planned)];
            if (!await run.Client.TryPauseAsync(busy.Max(item => item.Wait), round, cancellationToken))
                return;
        }
    }

    private static async Task<IReadOnlyList<(PlannedWrite Planned, TimeSpan? Wait)>> SettleAsync(
        WriteRun run, IReadOnlyList<PlannedWrite> writes, WriteReply reply, Selection answered, CancellationToken cancellationToken)
    {
        if (reply.Delivery == WriteDelivery.Answered && BatchReader.TryRead(reply.Body, reply.ContentType) is { } parts)
        {
            run.Client.NoteOverload(parts, reply.Response!);
            return SettleParts(run, writes, parts, answered);
        }

        if (reply.Delivery == WriteDelivery.Lost || reply.Succeeded || BulkMessage.IsUnexplained(reply))
            run.SettleAll(writes, WriteStatus.Unknown, reply.Failure);
        else if (reply.Delivery == WriteDelivery.NotDone || reply.Failure?.Class is FailureClass.Fatal or FailureClass.Permission)
            run.SettleAll(writes, WriteStatus.NotSent, reply.Failure);
        else
            await SendHalvesAsync(run, writes, reply, cancellationToken);
        return [];
    }

    /// <summary>An envelope refused as a whole may be too large, or hold one row that cannot be parsed: smaller ones find out.</summary>
    private static async Task SendHalvesAsync(
        WriteRun run, IReadOnlyList<PlannedWrite> writes, WriteReply reply, CancellationToken cancellationToken)
    {
        if (writes.Count == 1)
        {
            run.Settle(writes[0], OutcomeReader.OfFailure(writes[0].Write, reply.Status, reply.Failure!));
            return;
        }

        var half = writes.Count / 2;
        await SendAsync(run, [.. writes.Take(half)], cancellationToken);
        await SendAsync(run, [.. writes.Skip(half)], cancellationToken);
    }

    private static List<(PlannedWrite Planned, TimeSpan? Wait)> SettleParts(
        WriteRun run, IReadOnlyList<PlannedWrite> writes, IReadOnlyList<BatchPart> parts, Selection answered)
    {
        var again = new List<(PlannedWrite Planned, TimeSpan? Wait)>();
        for (var position = 0; position < writes.Count; position++)
        {
            var planned = writes[position];
            if (position >= parts.Count)
            {
                run.Settle(planned, new WriteOutcome(WriteStatus.NotSent, planned.Write.Id));
                again.Add((planned, null));
                continue;
            }

            var part = parts[position];
            run.Settle(planned, OutcomeReader.Read(planned.Write, part, answered));
            if (part.IsBusy)
                again.Add((planned, part.RetryAfter));
        }

        return again;
    }

    private static BatchOperation ToOperation(WriteRun run, RecordWrite write, Selection answered)
    {
        var headers = new List<KeyValuePair<string, string>>();
        var match = write.IfMatch ?? (write.Kind == WriteKind.Update ? "*" : null);
        if (match is not null && write.Kind != WriteKind.Create)
            headers.Add(new("If-Match", match));
        if (write.Kind == WriteKind.Delete)
            return new BatchOperation(HttpMethod.Delete, $"{run.Table.SetName}({write.Id})", headers);
        headers.Add(new("Prefer", answered.NeedsAnnotations ? $"return=representation,{Preference.Annotations}" : "return=representation"));
        var isCreate = write.Kind == WriteKind.Create;
        var address = new ODataQuery { Select = answered.Names }.Append(isCreate ? run.Table.SetName : $"{run.Table.SetName}({write.Id})");
        return new BatchOperation(isCreate ? HttpMethod.Post : HttpMethod.Patch, address, headers, run.Rows.WriteRow(write));
    }
}
