using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>
/// Tells Sales how far the invoices that came from Business Central are paid: those of some customers, or those that the customer ledger touched
/// since the last run (spec/documents.md 5.4).
/// </summary>
internal sealed class PaymentRun(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    private const string Mapping = DocumentFamily.InvoiceMapping;
    private const int PageSize = 200;

    /// <summary>Updates the invoices of customers; returns how many changed, by number of the customer.</summary>
    public Task<IReadOnlyDictionary<string, int>> RunAsync(IReadOnlyList<CouplingState> customers, CancellationToken cancellationToken) =>
        customers.Count == 0 ? Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>())
            : RunAsync((form, stop) => new CustomerInvoices(parts, form).ReadAsync(customers, stop), cancellationToken);

    /// <summary>Updates the invoices that may have moved since the last run; returns how many changed, by number of the customer.</summary>
    public Task<IReadOnlyDictionary<string, int>> RunMovedAsync(CancellationToken cancellationToken) =>
        RunAsync((form, stop) => new MovedInvoices(parts, form).ReadAsync(stop), cancellationToken);

    private async Task<IReadOnlyDictionary<string, int>> RunAsync(
        Func<InvoiceForm, CancellationToken, IAsyncEnumerable<PaymentPage>> read, CancellationToken cancellationToken)
    {
        var changed = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        if (await InvoiceForm.TryFindAsync(parts.Endpoints.BusinessCentral, cancellationToken).ConfigureAwait(false) is not { } form
            || await parts.Endpoints.Sales.GetSchemaAsync("invoice", cancellationToken).ConfigureAwait(false) is null)
            return changed;
        var run = new RunContext(parts, mappings, parts.Ids.NewId(), SyncJobType.Statistics, new PlanPolicy(), observer);
        var pages = HeldPages.RunAsync(
            run, Mapping, SyncDirection.ToSales, (held, stop) => PagesAsync(held, form, read(form, stop), stop), cancellationToken);
        await foreach (var customers in pages.ConfigureAwait(false))
        {
            foreach (var customer in customers)
                changed[customer] = changed.GetValueOrDefault(customer) + 1;
        }

        return changed;
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> PagesAsync(
        RunContext run, InvoiceForm form, IAsyncEnumerable<PaymentPage> pages,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var update = new PaymentUpdate(run.Endpoints, form);
        var job = await JobLog.OpenAsync(run, Mapping, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var chunk in page.Invoices.Chunk(PageSize))
            {
                var changes = await update.RunAsync(chunk, cancellationToken).ConfigureAwait(false);
                var pending = await PendingAsync(chunk, cancellationToken).ConfigureAwait(false);
                var settlement = new PaymentSettlement(job, parts.Clock.GetUtcNow());
                foreach (var change in changes)
                    settlement.Add(change, pending.GetValueOrDefault(change.Coupling.BcId));
                await run.State.CommitAsync(settlement.Change, CancellationToken.None).ConfigureAwait(false);
                job = settlement.Job;
                yield return settlement.Customers;
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (page.Watermark is { } watermark)
            {
                await run.State.CommitAsync(new StateChange { Watermarks = [watermark], Now = parts.Clock.GetUtcNow() }, CancellationToken.None)
                    .ConfigureAwait(false);
            }
        }

        await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
    }

    private async Task<Dictionary<Guid, PendingRecord>> PendingAsync(CouplingState[] chunk, CancellationToken cancellationToken) =>
        (await parts.State.Pending.FindAsync(
            PaymentSettlement.Pending, SyncDirection.ToSales, [.. chunk.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(record => record.SourceId);
}
