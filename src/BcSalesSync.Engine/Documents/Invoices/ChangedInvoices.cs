using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>Reads what failed before and is due, or became free since, and then the invoices that are new since the last run.</summary>
internal sealed class ChangedInvoices(EngineParts parts, InvoiceForm form)
{
    private const int PageSize = 100;

    private string Name => $"{DocumentFamily.InvoiceMapping}:{form.Headers.Name}";

    /// <summary>True when there are any, so that a run would have something to do.</summary>
    public static async Task<bool> AnyAsync(EngineParts parts, CancellationToken cancellationToken)
    {
        if (await InvoiceForm.TryFindAsync(parts.Endpoints.BusinessCentral, cancellationToken).ConfigureAwait(false) is not { } form)
            return false;
        await foreach (var page in new ChangedInvoices(parts, form).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (page.Headers.Count > 0)
                return true;
        }

        return false;
    }

    /// <summary>The invoices, page by page.</summary>
    public async IAsyncEnumerable<InvoicePage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new InvoiceReader(parts.Endpoints.BusinessCentral, form);
        foreach (var chunk in (await UnsettledAsync(cancellationToken).ConfigureAwait(false)).Chunk(PageSize))
            yield return new InvoicePage(await reader.HeadersAsync(chunk, cancellationToken).ConfigureAwait(false), null);
        var watermark = await parts.State.Pending.WatermarkAsync(Name, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        var request = new ChangeRequest(form.Headers.Name, form.HeaderColumns, Filter.All, watermark?.Cursor);
        await foreach (var page in parts.Endpoints.BusinessCentral.ReadChangesAsync(request, cancellationToken).ConfigureAwait(false))
        {
            var chunks = page.Records.Where(form.IsPosted).Chunk(PageSize).ToArray();
            foreach (var chunk in chunks.SkipLast(1))
                yield return new InvoicePage(chunk, null);
            yield return new InvoicePage(chunks.LastOrDefault([]), new Watermark(Name, SyncDirection.ToSales, page.Cursor));
        }
    }

    // Those that are parked are looked at again too: what stood in their way may be gone.
    private async Task<IReadOnlyList<Guid>> UnsettledAsync(CancellationToken cancellationToken)
    {
        var unsettled = new List<Guid>();
        await foreach (var page in parts.State.Pending.FailedAsync(DocumentFamily.InvoiceMapping, cancellationToken).ConfigureAwait(false))
            unsettled.AddRange(page.Where(record => record.Direction is SyncDirection.ToSales).Select(record => record.SourceId));

        return unsettled;
    }
}
