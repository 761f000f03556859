using System.Runtime.CompilerServices;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Documents.Reading;

/// <summary>Reads documents of Sales with their lines: one request a page of headers, and a few for all of its lines.</summary>
internal sealed class DocumentReader(IEndpoint sales, DocumentShape shape)
{
    // Enough to fill the batches of the other side, few enough to hold.
    private const int PageSize = 100;

    /// <summary>Documents that pass a condition.</summary>
    public async IAsyncEnumerable<IReadOnlyList<SalesDocument>> ReadAsync(
        Filter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var page in sales.ReadAsync(shape.Table, columns, filter, cancellationToken).ConfigureAwait(false))
        {
            foreach (var chunk in page.Chunk(PageSize))
                yield return await WithLinesAsync(chunk, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Documents by id; those that are gone are absent.</summary>
    public async Task<IReadOnlyList<SalesDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var columns = await ColumnsAsync(cancellationToken).ConfigureAwait(false);
        return await WithLinesAsync(
            await sales.ReadByIdAsync(shape.Table, columns, ids, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<SalesDocument>> WithLinesAsync(IReadOnlyList<Record> headers, CancellationToken cancellationToken)
    {
        if (headers.Count == 0)
            return [];
        var parents = headers.Select(header => FieldValue.Id(header.Id)).ToArray();
        var lines = await sales.ReadByValueAsync(
            shape.LineTable, [shape.Parent, .. DocumentShape.LineColumns], shape.Parent, parents, cancellationToken).ConfigureAwait(false);
        var byParent = lines.ToLookup(line => line[shape.Parent].AsId());
        return [.. headers.Select(header => new SalesDocument(shape, header, [.. byParent[header.Id].OrderBy(Sequence).ThenBy(LineNumber)]))];
    }

    // What only the order integration or the company's own solution adds may be missing.
    private async Task<IReadOnlyList<string>> ColumnsAsync(CancellationToken cancellationToken)
    {
        var schema = await sales.GetSchemaAsync(shape.Table, cancellationToken).ConfigureAwait(false);
        return [.. shape.Columns.Where(column => schema is null || schema.Columns.ContainsKey(column))];
    }

    private static decimal Sequence(Record line) => line["sequencenumber"].AsNumber() ?? decimal.MaxValue;

    private static decimal LineNumber(Record line) => line["lineitemnumber"].AsNumber() ?? decimal.MaxValue;
}
