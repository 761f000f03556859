using System.Runtime.CompilerServices;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>Finds the coupled invoices of customers.</summary>
internal sealed class CustomerInvoices(EngineParts parts, InvoiceForm form)
{
    private const int ChunkSize = 100;

    /// <summary>Their couplings, page by page.</summary>
    public async IAsyncEnumerable<PaymentPage> ReadAsync(
        IReadOnlyList<CouplingState> customers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in customers.Chunk(ChunkSize))
        {
            var rows = await parts.Endpoints.BusinessCentral.ReadByValueAsync(
                form.Headers.Name, ["number"], "customerId", [.. chunk.Select(customer => FieldValue.Id(customer.BcId))], cancellationToken)
                .ConfigureAwait(false);
            var couplings = rows.Count == 0 ? [] : await parts.State.Couplings
                .FindByBcIdAsync(DocumentFamily.Invoices, [.. rows.Select(row => row.Id)], cancellationToken).ConfigureAwait(false);
            yield return new PaymentPage(couplings, null);
        }
    }
}
