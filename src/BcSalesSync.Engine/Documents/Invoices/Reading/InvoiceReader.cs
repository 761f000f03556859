using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Reading;

/// <summary>Reads posted invoices with their lines, in a few requests for all of them.</summary>
internal sealed class InvoiceReader(IEndpoint system, InvoiceForm form)
{
    /// <summary>Headers by SystemId; those that are gone are absent.</summary>
    public async Task<IReadOnlyList<Record>> HeadersAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : Posted(
            await system.ReadByIdAsync(form.Headers.Name, form.HeaderColumns, ids, cancellationToken).ConfigureAwait(false));

    /// <summary>Headers by number.</summary>
    public async Task<IReadOnlyList<Record>> HeadersAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        numbers.Count == 0 ? [] : Posted(await system.ReadByValueAsync(
            form.Headers.Name, form.HeaderColumns, "number", [.. numbers.Select(FieldValue.Text)], cancellationToken).ConfigureAwait(false));

    /// <summary>Headers whose column holds one of the values.</summary>
    public async Task<IReadOnlyList<Record>> HeadersAsync(
        string column, IReadOnlyCollection<FieldValue> values, CancellationToken cancellationToken) =>
        values.Count == 0 ? [] : Posted(await system.ReadByValueAsync(
            form.Headers.Name, form.HeaderColumns, column, values, cancellationToken).ConfigureAwait(false));

    /// <summary>The invoices of headers.</summary>
    public async Task<IReadOnlyList<BcInvoice>> WithLinesAsync(IReadOnlyList<Record> headers, CancellationToken cancellationToken)
    {
        if (headers.Count == 0)
            return [];
        var lines = await system.ReadByValueAsync(
            form.Lines.Name, form.LineColumns, "documentId", [.. headers.Select(header => FieldValue.Id(header.Id))], cancellationToken)
            .ConfigureAwait(false);
        var byInvoice = lines.ToLookup(line => line["documentId"].AsId());
        return [.. headers.Select(header => new BcInvoice(header, [.. byInvoice[header.Id].OrderBy(line => line["sequence"].AsNumber())]))];
    }

    private List<Record> Posted(IReadOnlyList<Record> headers) => [.. headers.Where(form.IsPosted)];
}
