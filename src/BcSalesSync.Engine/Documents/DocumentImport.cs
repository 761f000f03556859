using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Reading;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents;

/// <summary>
/// Takes documents of Sales over, page by page: plans them together, carries the plans out and saves what came of it. One run at a time works
/// on a kind of document.
/// </summary>
internal sealed class DocumentImport(EngineParts parts, MappingSet mappings, ISyncObserver observer, IDocumentWork work)
{
    private readonly DocumentSelection selection = new(parts.Endpoints.Sales, work.Shape);

    /// <summary>Takes the documents of a request over, or only says what would be done.</summary>
    /// <param name="request">The request.</param>
    /// <param name="onlyDue">True to leave alone what failed and waits: for its next try, or for a person.</param>
    /// <param name="cancellationToken">Stops between requests; what was written by then is saved.</param>
    public async IAsyncEnumerable<BcDocumentResult> RunAsync(
        DocumentRequest request, bool onlyDue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new RunContext(parts, mappings, parts.Ids.NewId(), work.JobType, new PlanPolicy(), observer);
        var missing = new MissingDocuments(request, work.Shape.Kind);
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
        await foreach (var page in selection.ReadAsync(request, work.Waiting, cancellationToken).ConfigureAwait(false))
        {
            missing.Found(page);
            foreach (var plan in await work.PlanAsync(page, cancellationToken).ConfigureAwait(false))
                yield return plan.ToResult(run.RunId, plan.Failure?.ToError(plan, work.Mapping, parts.Clock.GetUtcNow()));
        }
    }

    private IAsyncEnumerable<BcDocumentResult> ImportAsync(
        RunContext run, DocumentRequest request, bool onlyDue, MissingDocuments missing,
            CancellationToken cancellationToken)
    {
        return HeldPages.RunAsync(
            run, work.Mapping, SyncDirection.ToBusinessCentral,
            (held, stop) => PagesAsync(held, request, onlyDue, missing, stop), cancellationToken)
                .ResultsAsync(cancellationToken);
    }

    private async IAsyncEnumerable<JobPage<BcDocumentResult>> PagesAsync(
        RunContext run, DocumentRequest request, bool onlyDue, MissingDocuments missing,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var job = await JobLog.OpenAsync(run, work.Mapping, SyncDirection.ToBusinessCentral, cancellationToken).ConfigureAwait(false);
        await work.ResumeAsync(run).ConfigureAwait(false);
        await foreach (var page in selection.ReadAsync(request, work.Waiting, cancellationToken).ConfigureAwait(false))
        {
            missing.Found(page);
            var plans = await work.PlanAsync(page, cancellationToken).ConfigureAwait(false);
            var now = parts.Clock.GetUtcNow();
            var settled = await work.WriteAsync(run, [.. plans.Where(plan => !onlyDue || DueDocuments.IsDue(plan.Pending, plan.Failure, now))], cancellationToken)
                .ConfigureAwait(false);
            var settlement = new DocumentSettlement(work.Mapping, job, parts.Clock.GetUtcNow());
            foreach (var plan in settled)
                settlement.Add(plan);
            await run.State.CommitAsync(settlement.Change, CancellationToken.None).ConfigureAwait(false);
            job = settlement.Job;
            yield return new JobPage<BcDocumentResult>(job, settlement.Results);
            cancellationToken.ThrowIfCancellationRequested();
        }

        await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
    }
}
