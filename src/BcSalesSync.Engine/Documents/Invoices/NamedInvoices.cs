using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>Reads the invoices that a request names, and keeps track of those that are not there.</summary>
internal sealed class NamedInvoices(EngineParts parts, InvoiceForm form, InvoiceRequest request)
{
    private const int PageSize = 100;

    private readonly HashSet<Guid> ids = [.. request.BcIds];
    private readonly HashSet<string> numbers = new(request.BcNos, StringComparer.OrdinalIgnoreCase);

    /// <summary>The invoices, page by page.</summary>
    public async IAsyncEnumerable<InvoicePage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new InvoiceReader(parts.Endpoints.BusinessCentral, form);
        var byId = await reader.HeadersAsync(request.BcIds, cancellationToken).ConfigureAwait(false);
        var byNumber = await reader.HeadersAsync(request.BcNos, cancellationToken).ConfigureAwait(false);
        var headers = byId.Concat(byNumber).DistinctBy(header => header.Id).ToArray();
        ids.ExceptWith(headers.Select(header => header.Id));
        numbers.ExceptWith(headers.Select(header => header["number"].ToString()));
        foreach (var chunk in headers.Chunk(PageSize))
            yield return new InvoicePage(chunk, null);
    }

    /// <summary>One failure for each that was not found.</summary>
    public IEnumerable<BcDocumentResult> Missing(Guid runId) =>
        [.. ids.Select(id => Result(runId, id.ToString()) with { BcNo = null }), .. numbers.Select(number => Result(runId, number))];

    private BcDocumentResult Result(Guid runId, string name)
    {
        var error = InvoiceFailures.NotFound(parts.Clock.GetUtcNow(), name, form.IsCompanion) with
        {
            Mapping = DocumentFamily.InvoiceMapping,
            BcId = Guid.TryParse(name, out var id) ? id : null,
            BcNo = Guid.TryParse(name, out _) ? null : name,
        };
        return new BcDocumentResult
        {
            Kind = DocumentKind.Invoice, BcNo = name, Action = SyncAction.Failed, Message = error.Message, Error = error, RunId = runId,
        };
    }
}
