using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Documents.Journaled;
using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>Decides what becomes of submitted orders (spec/documents.md 1.2). Reads, and writes nothing.</summary>
internal sealed class OrderPlanner(EngineParts parts, MappingSet mappings, BcDocumentForm form)
{
    private const int Submitted = 1;
    private readonly DocumentLookupLoader lookups = new(parts, mappings, DocumentShape.Order, form);
    private readonly bool isTwoWay = mappings.Setup.SalesOrderIntegration is SalesOrderIntegration.TwoWay;
    private readonly PostedInvoices invoices = new(parts.Endpoints.BusinessCentral);

    /// <summary>Plans a page of orders; plans come in the same order.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> PlanAsync(IReadOnlyList<SalesDocument> orders, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. orders.Select(order => order.Id)];
        var couplings = (await parts.State.Couplings.FindBySalesIdAsync(DocumentFamily.Orders, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.SalesId);
        var pending = (await parts.State.Pending
            .FindAsync(DocumentFamily.OrderMapping, SyncDirection.ToBusinessCentral, ids, cancellationToken).ConfigureAwait(false))
                .ToDictionary(record => record.SourceId);
        var partners = await PartnersAsync(couplings.Values, cancellationToken).ConfigureAwait(false);
        var open = orders.Where(order => !partners.ContainsKey(order.Id)).ToArray();
        var posted = await invoices.FindAsync(open, couplings, cancellationToken).ConfigureAwait(false);
        var creatable = open.Where(order => order.State is Submitted && !couplings.ContainsKey(order.Id) && !posted.ContainsKey(order.Id)).ToArray();
        var builder = creatable.Length == 0 ? null
            : new DocumentBuilder(form, await lookups.LoadAsync(creatable, cancellationToken).ConfigureAwait(false));
        var company = (await parts.Endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        return [.. orders.Select(order => Plan(order) with { Pending = pending.GetValueOrDefault(order.Id) })];

        DocumentPlan Plan(SalesDocument order)
        {
            var plan = new DocumentPlan(order) { Coupling = couplings.GetValueOrDefault(order.Id) };
            if (partners.TryGetValue(order.Id, out var partner))
            {
                var number = partner["number"].ToString();
                return pending.GetValueOrDefault(order.Id) is { } trouble && JournaledFailures.IsStillWithoutDiscount(trouble, partner)
                    ? JournaledFailures.StillWithoutDiscount(plan, trouble, number) : plan.AlreadyOrder(number);
            }

            if (posted.TryGetValue(order.Id, out var invoice))
            {
                return invoice.IsOnlyNamed && plan.Coupling is null && order.State is Submitted
                    ? plan.Failed(OrderFailures.NamedByInvoice(order.Number, invoice.Number)) : plan.AlreadyInvoiced(invoice.Number);
            }

            if (plan.Coupling is not null)
                return plan.Failed(OrderFailures.PartnerGone(order.Number));
            var failures = new DocumentFailures(DocumentKind.Order, order.Number);
            if (order.State is not Submitted)
                return plan.Failed(failures.NotSubmitted(order.StateName()));
            if (order.Header["bcbi_companyid"].AsId() is { } owner && company is not null && owner != company)
                return plan.Failed(failures.OtherCompany());
            var (draft, failure) = builder!.Build(order);
            return failure is not null ? plan.Failed(failure) : plan with
            {
                Action = SyncAction.Created,
                Draft = draft! with { IsReleased = isTwoWay && draft.Lines.Count > 0 },
                Message = draft!.Message,
            };
        }
    }

    // Coupled orders that are still there, by the id of the order in Sales.
    private async Task<IReadOnlyDictionary<Guid, Record>> PartnersAsync(
        IReadOnlyCollection<CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (couplings.Count == 0)
            return new Dictionary<Guid, Record>();
        Guid[] ids = [.. couplings.Select(coupling => coupling.BcId)];
        var rows = await parts.Endpoints.BusinessCentral.ReadByIdAsync(form.Headers.Name, ["number", "discountAmount"], ids, cancellationToken)
            .ConfigureAwait(false);
        var byId = rows.ToDictionary(row => row.Id);
        return couplings.Where(coupling => byId.ContainsKey(coupling.BcId))
            .ToDictionary(coupling => coupling.SalesId, coupling => byId[coupling.BcId]);
    }
}
