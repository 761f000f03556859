using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>Sends posted invoices to Sales, page by page: those that are named, or those of orders that came since the last run.</summary>
internal sealed class InvoicePublishing(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    private const string Mapping = DocumentFamily.InvoiceMapping;

    /// <summary>Sends the invoices of a request, or only says what would be done.</summary>
    public async IAsyncEnumerable<BcDocumentResult> RunAsync(
        InvoiceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = Run();
        var form = await InvoiceForm.FindAsync(parts.Endpoints.BusinessCentral, parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var named = new NamedInvoices(parts, form, request);
        var results = request.Preview ? PreviewAsync(run, form, named, cancellationToken)
            : HeldAsync(run, form, named.ReadAsync, onlyOfOrders: false, cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
            yield return result;
        foreach (var result in named.Missing(run.RunId))
            yield return result;
    }

    /// <summary>Sends the invoices of orders that are new since the last run, and what failed before and is due.</summary>
    public async IAsyncEnumerable<BcDocumentResult> RunChangedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await InvoiceForm.TryFindAsync(parts.Endpoints.BusinessCentral, cancellationToken).ConfigureAwait(false) is not { } form
            || await parts.Endpoints.Sales.GetSchemaAsync("invoice", cancellationToken).ConfigureAwait(false) is null)
        {
            observer.Verbose($"{Mapping}: this connection has no invoices.");
            yield break;
        }

        var results = HeldAsync(Run(), form, new ChangedInvoices(parts, form).ReadAsync, onlyOfOrders: true, cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
            yield return result;
    }

    private RunContext Run() => new(parts, mappings, parts.Ids.NewId(), SyncJobType.InvoicePublishing, new PlanPolicy(), observer);

    private async IAsyncEnumerable<BcDocumentResult> PreviewAsync(
        RunContext run, InvoiceForm form, NamedInvoices named, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var work = new InvoiceWork(parts, mappings, observer, form, isPreview: true);
        await foreach (var page in named.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var plan in await work.PlanAsync(page.Headers, onlyOfOrders: false, cancellationToken).ConfigureAwait(false))
                yield return plan.ToResult(run.RunId, plan.Failure is { } failure ? plan.ToError(failure, parts.Clock.GetUtcNow()) : null);
        }
    }

    private IAsyncEnumerable<BcDocumentResult> HeldAsync(
        RunContext run, InvoiceForm form, Func<CancellationToken, IAsyncEnumerable<InvoicePage>> read, bool onlyOfOrders,
            CancellationToken cancellationToken)
    {
        return HeldPages.RunAsync(
            run, Mapping, SyncDirection.ToSales, (held, stop) => PagesAsync(held, form, read, onlyOfOrders, stop), cancellationToken)
                .ResultsAsync(cancellationToken);
    }

    private async IAsyncEnumerable<JobPage<BcDocumentResult>> PagesAsync(
        RunContext run, InvoiceForm form, Func<CancellationToken, IAsyncEnumerable<InvoicePage>> read, bool onlyOfOrders,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var work = new InvoiceWork(parts, mappings, observer, form, isPreview: false);
        var job = await JobLog.OpenAsync(run, Mapping, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        await foreach (var page in read(cancellationToken).ConfigureAwait(false))
        {
            var plans = await work.PlanAsync(page.Headers, onlyOfOrders, cancellationToken).ConfigureAwait(false);
            var now = parts.Clock.GetUtcNow();
            InvoicePlan[] due = [.. plans.Where(plan => !onlyOfOrders || DueDocuments.IsDue(plan.Pending, plan.Failure, now))];
            var settled = await work.WriteAsync(run, due, cancellationToken).ConfigureAwait(false);
            var settlement = new InvoiceSettlement(job, parts.Clock.GetUtcNow());
            foreach (var plan in settled)
                settlement.Add(plan);

            // What was not begun is read again next time.
            var watermark = settled.Count == due.Length ? page.Watermark : null;
            await run.State.CommitAsync(settlement.ToChange(watermark), CancellationToken.None).ConfigureAwait(false);
            job = settlement.Job;
            yield return new JobPage<BcDocumentResult>(job, settlement.Results);
            cancellationToken.ThrowIfCancellationRequested();
        }

        await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
    }
}
