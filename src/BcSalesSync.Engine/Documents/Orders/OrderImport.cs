using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Documents.Reading;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>
/// Creates submitted orders in Business Central (spec/documents.md 1). A page of orders is planned together and created in parallel; their
/// couplings are saved before Sales is told, so that a run that is killed in between neither loses nor repeats one.
/// </summary>
internal sealed class OrderImport(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Orders that wait: submitted, ours or nobody's, and never taken over (spec/documents.md 1.1).</summary>
    public const string Waiting = "statecode eq 1 and (lastbackofficesubmit eq null or lastbackofficesubmit eq 1900-01-01) "
        + "and (bcbi_companyid eq {company} or bcbi_companyid eq null)";

    private readonly DocumentSelection selection = new(parts.Endpoints.Sales, DocumentShape.Order);

    /// <summary>Takes the orders of a request over, or only says what would be done.</summary>
    /// <param name="request">The request.</param>
    /// <param name="onlyDue">True to leave alone what failed and waits: for its next try, or for a person.</param>
    /// <param name="cancellationToken">Stops between requests; what was written by then is saved.</param>
    public async IAsyncEnumerable<BcDocumentResult> RunAsync(
        DocumentRequest request, bool onlyDue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new RunContext(parts, mappings, parts.Ids.NewId(), SyncJobType.OrderImport, new PlanPolicy(), observer);
        var missing = new MissingDocuments(request, DocumentKind.Order);
        var results = request.Preview
            ? PreviewAsync(run, request, missing, cancellationToken)
            : ImportAsync(run, request, onlyDue, missing, cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
            yield return result;
        foreach (var result in missing.Results(run.RunId, parts.Clock.GetUtcNow()))
            yield return result;
    }

    private async IAsyncEnumerable<BcDocumentResult> PreviewAsync(
        RunContext run, DocumentRequest request, MissingDocuments missing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var planner = new OrderPlanner(parts, mappings, await FormAsync(cancellationToken).ConfigureAwait(false));
        await foreach (var page in selection.ReadAsync(request, Waiting, cancellationToken).ConfigureAwait(false))
        {
            missing.Found(page);
            foreach (var plan in await planner.PlanAsync(page, cancellationToken).ConfigureAwait(false))
            {
                var error = plan.Failure?.ToError(plan, DocumentFamily.OrderMapping, null, null, parts.Clock.GetUtcNow());
                yield return plan.ToResult(run.RunId, error);
            }
        }
    }

    private async IAsyncEnumerable<BcDocumentResult> ImportAsync(
        RunContext run, DocumentRequest request, bool onlyDue, MissingDocuments missing,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Mapping = DocumentFamily.OrderMapping;
        await using var lease = await MappingLease.TakeAsync(parts, Mapping, run.RunId, cancellationToken).ConfigureAwait(false);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        var held = run.Under(lease);
        var pages = PagesAsync(held, request, onlyDue, missing, ends.Token);
        await using var guarded = new GuardedPages<DocumentPage>(
            held, Mapping, SyncDirection.ToBusinessCentral, pages, lease, ends.Token);
        while (await guarded.MoveNextAsync().ConfigureAwait(false))
        {
            foreach (var result in guarded.Current.Results)
                yield return result;
        }
    }

    private async IAsyncEnumerable<DocumentPage> PagesAsync(
        RunContext run, DocumentRequest request, bool onlyDue, MissingDocuments missing,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var form = await FormAsync(cancellationToken).ConfigureAwait(false);
        var planner = new OrderPlanner(run.Parts, mappings, form);
        var job = await JobLog.OpenAsync(run, DocumentFamily.OrderMapping, SyncDirection.ToBusinessCentral, cancellationToken)
            .ConfigureAwait(false);
        await foreach (var page in selection.ReadAsync(request, Waiting, cancellationToken).ConfigureAwait(false))
        {
            missing.Found(page);
            var plans = await planner.PlanAsync(page, cancellationToken).ConfigureAwait(false);
            var now = parts.Clock.GetUtcNow();
            var settled = await WriteAsync(run, form, [.. plans.Where(plan => !onlyDue || IsDue(plan, now))], cancellationToken)
                .ConfigureAwait(false);
            var settlement = new DocumentSettlement(DocumentFamily.OrderMapping, job, parts.Clock.GetUtcNow());
            foreach (var plan in settled)
                settlement.Add(plan);
            await run.State.CommitAsync(settlement.Change, CancellationToken.None).ConfigureAwait(false);
            job = settlement.Job;
            yield return new DocumentPage(job, settlement.Results);
            cancellationToken.ThrowIfCancellationRequested();
        }

        await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<DocumentPlan>> WriteAsync(
        RunContext run, BcDocumentForm form, IReadOnlyList<DocumentPlan> plans, CancellationToken cancellationToken)
    {
        var drafts = plans.Where(plan => plan.Draft is not null).ToArray();
        var created = drafts.Length == 0 ? []
            : await new OrderCreation(parts.Endpoints.BusinessCentral, form).CreateAsync(drafts, cancellationToken).ConfigureAwait(false);
        await CoupleAsync(run, created).ConfigureAwait(false);
        var all = plans.Where(plan => plan.Draft is null).Concat(created).ToArray();
        var unknowing = all.Where(plan => plan is { Failure: null, BcNo: not null } && OrderStamp.IsMissing(plan.Document)).ToArray();
        var stamped = await new OrderStamp(parts.Endpoints.Sales, parts.Clock).WriteAsync(unknowing).ConfigureAwait(false);
        return [.. all.Except(unknowing), .. stamped];
    }

    private Task CoupleAsync(RunContext run, IReadOnlyList<DocumentPlan> created)
    {
        var now = parts.Clock.GetUtcNow();
        CouplingState[] couplings =
        [
            .. created.Where(plan => plan.IsNewlyCoupled).Select(plan => plan.Coupling! with
            {
                ToBusinessCentralResult = SyncOutcome.Success,
                LastSynchronized = now,
            }),
        ];
        return couplings.Length == 0 ? Task.CompletedTask : run.State.CommitAsync(
            new StateChange { Couplings = couplings, NewlyCoupled = couplings, Now = now }, CancellationToken.None);
    }

    // What was decided without asking Business Central costs nothing to look at again: once its cause is gone it goes through by itself.
    private static bool IsDue(DocumentPlan plan, DateTimeOffset now) => plan.Pending switch
    {
        null or { Class: null } => true,
        { Parked: true } parked => plan.Failure is null ? parked.ErrorId != OrderFailures.RefusedId
            : plan.Failure.ErrorId != parked.ErrorId || plan.Failure.Message != parked.Message,
        { NextTry: { } next } => next <= now,
        _ => true,
    };

    private Task<BcDocumentForm> FormAsync(CancellationToken cancellationToken) => BcDocumentForm.FindAsync(
        parts.Endpoints.BusinessCentral, DocumentKind.Order, parts.Clock.GetUtcNow(), cancellationToken);
}
