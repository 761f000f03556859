using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing;

/// <summary>Writes records in batches, several at a time, and knows afterwards how each write ended.</summary>
internal sealed class TableWriter(BatchLine line, BatchRunner batches, int batchSize, int concurrency)
{
    private const int SmallestBatch = 5;
    private volatile int currentSize = batchSize;

    /// <summary>Writes the records, asking the guard before each batch; outcomes come in their order.</summary>
    /// <exception cref="EndpointException">The system refused whole batches and nothing at all was carried out.</exception>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        BcTable table, IReadOnlyList<RecordWrite> writes, IWriteGuard? guard, CancellationToken cancellationToken)
    {
        var outcomes = new WriteOutcome?[writes.Count];
        var reader = new OutcomeReader(line);
        var size = currentSize;
        var parts = (writes.Count + size - 1) / size;
        var broken = await WholeCall.RunAsync(parts, concurrency, WritePart, guard, cancellationToken);
        if (broken is not null && Array.TrueForAll(outcomes, outcome => outcome is null or { Status: WriteStatus.NotSent }))
            throw broken;
        return outcomes.Select((outcome, index) => outcome ?? NotSent(writes[index], broken?.Failure)).ToList();

        Task<EndpointException?> WritePart(int number)
        {
            var start = number * size;
            var part = new ArraySegment<WriteOutcome?>(outcomes, start, Math.Min(size, writes.Count - start));
            return WritePartAsync(table, writes, part, reader, cancellationToken);
        }
    }

    private async Task<EndpointException?> WritePartAsync(
        BcTable table,
        IReadOnlyList<RecordWrite> writes,
        ArraySegment<WriteOutcome?> part,
        OutcomeReader reader,
        CancellationToken cancellationToken)
    {
        var operations = new List<BatchOperation>(part.Count);
        for (var index = 0; index < part.Count; index++)
            operations.Add(RowOperation.Of(table, writes[part.Offset + index]));
        try
        {
            var skipped = await batches.RunAsync(table.Root, operations, isRead: false, Settle, cancellationToken);
            foreach (var (index, failure) in skipped)
                part[index] = NotSent(writes[part.Offset + index], failure);
        }
        catch (AnswerLostException lost)
        {
            // A batch that took the service too long goes in smaller ones from now on (spec/wire-bc.md 4.2).
            if (lost.Failure.Code is "408" or "504")
                currentSize = Math.Min(currentSize, Math.Max(SmallestBatch, (part.Count + 1) / 2));
            Fill(writes, part, WriteStatus.Unknown, lost.Failure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Fill(writes, part, WriteStatus.NotSent, null);
        }
        catch (EndpointException error)
        {
            Fill(writes, part, WriteStatus.NotSent, error.Failure);
            return error;
        }

        // What keeps one request from being let in keeps all of them.
        return part.FirstOrDefault(outcome => outcome is { Status: WriteStatus.NotSent, Failure.Class: FailureClass.Fatal })?.Failure is { } fatal
            ? new EndpointException(SystemSide.BusinessCentral, fatal)
            : null;

        void Settle(BatchEntry entry) => part[entry.Index] = reader.Read(table, writes[part.Offset + entry.Index], entry);
    }

    private static WriteOutcome NotSent(RecordWrite write, EndpointFailure? failure) => new(WriteStatus.NotSent, write.Id, null, failure);

    private static void Fill(
        IReadOnlyList<RecordWrite> writes, ArraySegment<WriteOutcome?> part, WriteStatus status, EndpointFailure? failure)
    {
        for (var index = 0; index < part.Count; index++)
            part[index] ??= new WriteOutcome(status, writes[part.Offset + index].Id, null, failure);
    }
}
