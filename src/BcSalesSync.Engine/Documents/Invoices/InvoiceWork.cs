using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Building;
using BcSalesSync.Engine.Documents.Invoices.Lookups;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Documents.Invoices.Writing;
using BcSalesSync.Engine.Documents.Payments;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>
/// Plans a page of posted invoices and creates them in Sales. Their couplings are saved right after, so that a run that is killed in between
/// neither loses nor repeats one.
/// </summary>
internal sealed class InvoiceWork(EngineParts parts, MappingSet mappings, ISyncObserver observer, InvoiceForm form, bool isPreview)
{
    private const string Table = "invoice";

    private readonly InvoiceReader reader = new(parts.Endpoints.BusinessCentral, form);
    private readonly InvoiceLookupLoader loader =
        new(parts, mappings, new PartnerSending(parts, mappings, observer, isPreview), isPreview);
    private readonly InvoiceLookupLoader asItIs = new(parts, mappings, null, isPreview);

    /// <summary>Plans invoices; sends what they need first, but writes no invoice.</summary>
    /// <param name="headers">Headers of posted invoices.</param>
    /// <param name="onlyOfOrders">True to leave out those that surely bill no order of Sales.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<IReadOnlyList<InvoicePlan>> PlanAsync(
        IReadOnlyList<Record> headers, bool onlyOfOrders, CancellationToken cancellationToken)
    {
        if (headers.Count == 0)
            return [];
        var coupled = await CoupledAsync(headers, onlyOfOrders, cancellationToken).ConfigureAwait(false);
        var fresh = await reader.WithLinesAsync([.. headers.Where(header => !coupled.ContainsKey(header.Id))], cancellationToken)
            .ConfigureAwait(false);
        var orders = await new OrderLinks(parts).FindAsync(fresh, cancellationToken).ConfigureAwait(false);
        var pending = (await parts.State.Pending
            .FindAsync(DocumentFamily.InvoiceMapping, SyncDirection.ToSales, [.. headers.Select(header => header.Id)], cancellationToken)
                .ConfigureAwait(false)).ToDictionary(record => record.SourceId);
        BcInvoice[] wanted =
        [
            .. fresh.Where(invoice => !onlyOfOrders || pending.ContainsKey(invoice.Id)
                || (orders.TryGetValue(invoice.Id, out var link) && (link.IsSure || !form.IsCompanion))),
        ];
        if (onlyOfOrders)
            wanted = await DueAsync(wanted, orders, pending, cancellationToken).ConfigureAwait(false);
        var builder = wanted.Length == 0 ? null
            : new InvoiceBuilder(form, await loader.LoadAsync(wanted, orders, cancellationToken).ConfigureAwait(false));
        return
        [
            .. headers.Where(header => coupled.ContainsKey(header.Id)).Select(header => new InvoicePlan(new BcInvoice(header, []))
            {
                Coupling = coupled[header.Id],
                Message = "The invoice is in Sales already.",
                Pending = pending.GetValueOrDefault(header.Id),
            }),
            .. wanted.Select(invoice => Plan(builder!, invoice, pending.GetValueOrDefault(invoice.Id))),
        ];
    }

    /// <summary>Creates what is planned; plans that were not begun when it was stopped are left out.</summary>
    public async Task<IReadOnlyList<InvoicePlan>> WriteAsync(
        RunContext run, IReadOnlyList<InvoicePlan> plans, CancellationToken cancellationToken)
    {
        InvoicePlan[] drafts = [.. plans.Where(plan => plan.Draft is not null)];
        if (drafts.Length == 0)
            return plans;
        var company = (await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        await new PriceCompletion(run.Endpoints.Sales, company, observer).RunAsync([.. drafts.Select(plan => plan.Draft!)], cancellationToken)
            .ConfigureAwait(false);
        var created = await new InvoiceCreation(run.Endpoints.Sales, company).CreateAsync(drafts, cancellationToken).ConfigureAwait(false);
        var settled = await CoupleAsync(run, created).ConfigureAwait(false);

        // A row that an earlier run created has the state of that time.
        CouplingState[] adopted = [.. settled.Where(plan => plan is { IsAdopted: true, Failure: null }).Select(plan => plan.Coupling!)];
        await new PaymentUpdate(run.Endpoints, form).RunAsync(adopted, CancellationToken.None).ConfigureAwait(false);
        return [.. plans.Where(plan => plan.Draft is null), .. settled];
    }

    // What waits is not even looked at, so that nothing is sent for its sake; what is parked is, as far as that can be told without sending.
    private async Task<BcInvoice[]> DueAsync(
        BcInvoice[] invoices, IReadOnlyDictionary<Guid, OrderLink> orders, Dictionary<Guid, PendingRecord> pending, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        BcInvoice[] parked = [.. invoices.Where(invoice => pending.GetValueOrDefault(invoice.Id) is { Parked: true })];
        if (parked.Length == 0)
            return [.. invoices.Where(invoice => DueDocuments.IsDue(pending.GetValueOrDefault(invoice.Id), null, now))];
        var builder = new InvoiceBuilder(form, await asItIs.LoadAsync(parked, orders, cancellationToken).ConfigureAwait(false));
        var standing = parked.ToDictionary(invoice => invoice.Id, invoice => builder.Build(invoice).Failure);
        return
        [
            .. invoices.Where(invoice => DueDocuments.IsDue(pending.GetValueOrDefault(invoice.Id), standing.GetValueOrDefault(invoice.Id), now)
                && !(standing.GetValueOrDefault(invoice.Id) is not null && InvoiceFailures.IsOfSending(pending[invoice.Id].ErrorId))),
        ];
    }

    private static InvoicePlan Plan(InvoiceBuilder builder, BcInvoice invoice, PendingRecord? pending)
    {
        var plan = new InvoicePlan(invoice) { Pending = pending };
        var (draft, failure) = builder.Build(invoice);
        return draft is null ? plan.Failed(failure!) : plan with
        {
            Action = SyncAction.Created, Draft = draft, Message = draft.Remarks.Count == 0 ? null : string.Join(' ', draft.Remarks),
        };
    }

    // A coupling whose row is gone in Sales is no hindrance for a person who names the invoice: it is created again.
    private async Task<Dictionary<Guid, CouplingState>> CoupledAsync(
        IReadOnlyList<Record> headers, bool trusts, CancellationToken cancellationToken)
    {
        var couplings = await parts.State.Couplings
            .FindByBcIdAsync(DocumentFamily.Invoices, [.. headers.Select(header => header.Id)], cancellationToken).ConfigureAwait(false);
        if (couplings.Count == 0 || trusts)
            return couplings.ToDictionary(coupling => coupling.BcId);
        var rows = await parts.Endpoints.Sales
            .ReadByIdAsync(Table, ["statecode"], [.. couplings.Select(coupling => coupling.SalesId)], cancellationToken).ConfigureAwait(false);
        var there = rows.Select(row => row.Id).ToHashSet();
        return couplings.Where(coupling => there.Contains(coupling.SalesId)).ToDictionary(coupling => coupling.BcId);
    }

    private static async Task<IReadOnlyList<InvoicePlan>> CoupleAsync(RunContext run, IReadOnlyList<InvoicePlan> plans)
    {
        var now = run.Parts.Clock.GetUtcNow();
        CouplingState[] couplings =
        [
            .. plans.Where(plan => plan is { Failure: null, Coupling: not null }).Select(plan => plan.Coupling! with
            {
                ToSalesResult = SyncOutcome.Success, LastSynchronized = now,
            }),
        ];
        if (couplings.Length == 0)
            return plans;
        var before = (await run.State.Couplings
            .FindByBcIdAsync(DocumentFamily.Invoices, [.. couplings.Select(coupling => coupling.BcId)], CancellationToken.None)
                .ConfigureAwait(false)).ToDictionary(coupling => coupling.BcId);
        couplings = [.. couplings.Select(coupling => before.TryGetValue(coupling.BcId, out var stale) && stale.SalesId == coupling.SalesId
            ? coupling with { Revision = stale.Revision } : coupling)];
        CouplingState[] replaced = [.. before.Values.Where(stale => couplings.All(coupling => coupling.SalesId != stale.SalesId))];
        var clashes = await run.State.SaveAsync(known =>
        {
            CouplingState[] free = [.. couplings.Without(known)];
            return new StateChange { Couplings = free, NewlyCoupled = free, RemovedCouplings = replaced, Now = now };
        }, CancellationToken.None).ConfigureAwait(false);
        return clashes.Count == 0 ? plans : [.. plans.Select(plan => plan.Coupling is { } coupling
            && clashes.FirstOrDefault(clash => clash.Concerns(coupling)) is { } taken
                ? plan.Failed(new InvoiceFailures(plan.Invoice.Number).CoupledElsewhere(taken.Standing is [var other, ..] ? other.BcNo : null)) : plan)];
    }
}
