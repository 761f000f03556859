using System.Collections.Concurrent;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing;

/// <summary>Says how a write ended, from the entry that answers it. Safe for parallel use.</summary>
internal sealed class OutcomeReader(BatchLine line)
{
    private readonly ConcurrentDictionary<(string Table, string Columns), RecordReader> readers = new();

    /// <summary>The outcome of a write.</summary>
    public WriteOutcome Read(BcTable table, RecordWrite write, BatchEntry entry)
    {
        if (!entry.Succeeded)
        {
            var failure = line.FailureOf(entry);
            return new WriteOutcome(StatusOf(write.Kind, entry.Status, failure), write.Id, null, failure);
        }

        if (write.Kind == WriteKind.Delete || entry.Body.IsEmpty)
            return new WriteOutcome(WriteStatus.Done, write.Id);
        var columns = RowOperation.AnsweredColumns(table, write).ToList();
        var reader = readers.GetOrAdd((table.Schema.Name, string.Join(',', columns)), _ => new RecordReader(table, columns));
        try
        {
            var record = ODataPageReader.ReadSingle(entry.Body.Span, reader.Read);
            return new WriteOutcome(WriteStatus.Done, record.Id, record);
        }
        catch (Exception error) when (BcApi.IsUnreadable(error))
        {
            return new WriteOutcome(WriteStatus.Unknown, write.Id, null, BcApi.Unreadable(error).Failure);
        }
    }

    /// <summary>What the failure of a request means; an action counts as an update.</summary>
    public static WriteStatus StatusOf(WriteKind kind, int status, EndpointFailure failure) => status switch
    {
        _ when failure.Class is FailureClass.Fatal => WriteStatus.NotSent,
        429 or 503 => WriteStatus.NotSent,
        408 or 502 or 504 => WriteStatus.Unknown,
        _ => BcFailureRules.StatusOf(kind, status, failure.Code),
    };
}
