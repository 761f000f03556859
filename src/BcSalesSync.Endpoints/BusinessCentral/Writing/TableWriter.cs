using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing;

/// <summary>Writes records in batches, several at a time, and knows afterwards how each write ended.</summary>
internal sealed class TableWriter(BcApi api, BatchRunner batches)
{
    /// <summary>Writes the records; outcomes come in their order.</summary>
    /// <exception cref="EndpointException">The system refused whole batches and nothing at all was carried out.</exception>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        BcTable table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var outcomes = new WriteOutcome?[writes.Count];
        EndpointException? broken = null;
        var size = api.Options.BatchSize;
        var starts = Enumerable.Range(0, (writes.Count + size - 1) / size).Select(part => part * size);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = api.Options.Http.Concurrency };
        await Parallel.ForEachAsync(starts, parallel, async (start, _) =>
        {
            // One refusal of a whole batch is enough to know that the others would fare no better.
            if (cancellationToken.IsCancellationRequested || Volatile.Read(ref broken) is not null)
                return;
            var part = new ArraySegment<WriteOutcome?>(outcomes, start, Math.Min(size, writes.Count - start));
            if (await WritePartAsync(table, writes, part, cancellationToken) is { } error)
                Interlocked.CompareExchange(ref broken, error, null);
        });
        if (broken is not null && Array.TrueForAll(outcomes, outcome => outcome is null or { Status: WriteStatus.NotSent }))
            throw broken;
        return outcomes.Select((outcome, index) => outcome ?? NotSent(writes[index], broken?.Failure)).ToList();
    }

    private async Task<EndpointException?> WritePartAsync(
        BcTable table, IReadOnlyList<RecordWrite> writes, ArraySegment<WriteOutcome?> part, CancellationToken cancellationToken)
    {
        var readers = new Dictionary<string, RecordReader>(StringComparer.Ordinal);
        var operations = new List<BatchOperation>(part.Count);
        for (var index = 0; index < part.Count; index++)
            operations.Add(Operation(table, writes[part.Offset + index]));
        try
        {
            var skipped = await batches.RunAsync(table.Root, operations, isRead: false, Settle, cancellationToken);
            foreach (var (index, failure) in skipped)
                part[index] = NotSent(writes[part.Offset + index], failure);
        }
        catch (AnswerLostException lost)
        {
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

        return null;

        void Settle(BatchEntry entry) => part[entry.Index] = Outcome(table, writes[part.Offset + entry.Index], entry, readers);
    }

    private static WriteOutcome NotSent(RecordWrite write, EndpointFailure? failure) => new(WriteStatus.NotSent, write.Id, null, failure);

    private static void Fill(
        IReadOnlyList<RecordWrite> writes, ArraySegment<WriteOutcome?> part, WriteStatus status, EndpointFailure? failure)
    {
        for (var index = 0; index < part.Count; index++)
            part[index] ??= new WriteOutcome(status, writes[part.Offset + index].Id, null, failure);
    }

    private static BatchOperation Operation(BcTable table, RecordWrite write)
    {
        var path = write.Kind == WriteKind.Create ? table.Path : $"{table.Path}({write.Id})";
        if (write.Kind == WriteKind.Delete)
            return new BatchOperation("DELETE", path, write.IfMatch ?? "*");
        var url = new ODataQuery { Select = table.Select(AnsweredColumns(table, write)) }.Append(path);
        return write.Kind == WriteKind.Create
            ? new BatchOperation("POST", url, null, json => BodyWriter.Write(json, table, write))
            : new BatchOperation("PATCH", url, write.IfMatch ?? "*", json => BodyWriter.Write(json, table, write));
    }

    private static IEnumerable<string> AnsweredColumns(BcTable table, RecordWrite write) =>
        write.Values
            .Select(pair => pair.Key)
            .Concat(table.Schema.NumberColumn is { } number ? [number] : [])
            .Distinct(StringComparer.Ordinal);

    private WriteOutcome Outcome(BcTable table, RecordWrite write, BatchEntry entry, Dictionary<string, RecordReader> readers)
    {
        if (entry.Status is < 200 or >= 300)
        {
            var failure = batches.FailureOf(entry);
            var status = entry.Status is 408 or 502 or 504
                ? WriteStatus.Unknown
                : BcFailureRules.StatusOf(write.Kind, entry.Status, failure.Code);
            return new WriteOutcome(status, write.Id, null, failure);
        }

        if (write.Kind == WriteKind.Delete || entry.Body.IsEmpty)
            return new WriteOutcome(WriteStatus.Done, write.Id);
        var columns = AnsweredColumns(table, write).ToList();
        var key = string.Join(',', columns);
        if (!readers.TryGetValue(key, out var reader))
            readers[key] = reader = new RecordReader(table, columns);
        try
        {
            var record = ODataPageReader.ReadSingle(entry.Body.Span, reader.Read);
            return new WriteOutcome(WriteStatus.Done, record.Id, record);
        }
        catch (Exception error) when (BcApi.IsUnreadable(error))
        {
            return new WriteOutcome(WriteStatus.Unknown, write.Id, null, new EndpointFailure(
                FailureClass.Transient, "UnreadableAnswer", "Business Central sent an answer that cannot be read: " + error.Message));
        }
    }
}
