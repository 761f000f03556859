using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Documents.Notes;
using BcSalesSync.Engine.Documents.Orders.TwoWay;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>
/// Creates submitted orders in Business Central (spec/documents.md 1). Their couplings are saved before Sales is told, so that a run that is
/// killed in between neither loses nor repeats one.
/// </summary>
internal sealed class OrderWork(EngineParts parts, MappingSet mappings) : IDocumentWork
{
    /// <summary>Orders that wait: submitted, ours or nobody's, and never taken over (spec/documents.md 1.1).</summary>
    public const string Submitted = "statecode eq 1 and (lastbackofficesubmit eq null or lastbackofficesubmit eq 1900-01-01) "
        + "and (bcbi_companyid eq {company} or bcbi_companyid eq null)";

    private BcDocumentForm? form;
    private OrderPlanner? planner;

    /// <inheritdoc/>
    public DocumentShape Shape => DocumentShape.Order;

    /// <inheritdoc/>
    public string Mapping => DocumentFamily.OrderMapping;

    /// <inheritdoc/>
    public SyncJobType JobType => SyncJobType.OrderImport;

    /// <inheritdoc/>
    public string Waiting => Submitted;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DocumentPlan>> PlanAsync(IReadOnlyList<SalesDocument> documents, CancellationToken cancellationToken)
    {
        form ??= await BcDocumentForm.FindAsync(
            parts.Endpoints.BusinessCentral, DocumentKind.Order, parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        planner ??= new OrderPlanner(parts, mappings, form);
        return await planner.PlanAsync(documents, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task ResumeAsync(RunContext run) => new OrderNotes(run, mappings).CopyAsync();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DocumentPlan>> WriteAsync(
        RunContext run, IReadOnlyList<DocumentPlan> plans, CancellationToken cancellationToken)
    {
        var drafts = plans.Where(plan => plan.Draft is not null).ToArray();
        var baseline = mappings.Setup.SalesOrderIntegration is SalesOrderIntegration.TwoWay ? new OrderBaseline(run) : null;
        var created = await new DocumentCreator(run, form!, Mapping, DocumentFamily.Orders, baseline).CreateAsync(drafts, cancellationToken).ConfigureAwait(false);
        await ResumeAsync(run).ConfigureAwait(false);
        var all = plans.Where(plan => plan.Draft is null).Concat(created).ToArray();
        var unknowing = all.Where(plan => plan is { Failure: null, BcNo: not null } && OrderWriteBack.IsMissing(plan.Document)).ToArray();
        var stamped = await new OrderWriteBack(run.Endpoints.Sales, parts.Clock).WriteAsync(unknowing).ConfigureAwait(false);
        DocumentPlan[] settled = [.. all.Except(unknowing), .. stamped];
        if (!form!.IsCompanion)
            await new NewDocumentCouplings(run).HealAsync(settled).ConfigureAwait(false);
        return settled;
    }
}
