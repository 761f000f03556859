using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Documents.Notes;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>Processes active and won quotes in Business Central (spec/documents.md 4). Nothing is written to the quotes in Sales.</summary>
internal sealed class QuoteWork(EngineParts parts, MappingSet mappings) : IDocumentWork
{
    /// <summary>Quotes that may have something to be done: active or won, ours or nobody's.</summary>
    public const string Open = "(statecode eq 1 or statecode eq 2) and (bcbi_companyid eq {company} or bcbi_companyid eq null)";

    private readonly Dictionary<Guid, QuotePlan> planned = [];
    private BcDocumentForm? form;

    /// <summary>True to leave out quotes that need nothing, since nobody asked for them.</summary>
    public bool OnlyOpen { get; init; }

    /// <summary>True to leave orders of won quotes alone that failed and wait for their next try, or for a person.</summary>
    public bool OnlyDue { get; init; }

    /// <inheritdoc/>
    public DocumentShape Shape => DocumentShape.Quote;

    /// <inheritdoc/>
    public string Mapping => DocumentFamily.QuoteMapping;

    /// <inheritdoc/>
    public SyncJobType JobType => SyncJobType.QuoteImport;

    /// <inheritdoc/>
    public string Waiting => Open;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DocumentPlan>> PlanAsync(IReadOnlyList<SalesDocument> documents, CancellationToken cancellationToken)
    {
        form ??= await BcDocumentForm.FindAsync(
            parts.Endpoints.BusinessCentral, DocumentKind.Quote, parts.Clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        planned.Clear();
        foreach (var plan in await new QuotePlanner(parts, mappings, form).PlanAsync(documents, cancellationToken).ConfigureAwait(false))
            planned[plan.Plan.Document.Id] = plan;
        return [.. documents.Select(document => planned[document.Id].Plan).Where(plan => !OnlyOpen || !NeedsNothing(plan))];
    }

    /// <inheritdoc/>
    public Task ResumeAsync(RunContext run) => new QuoteNotes(run).CopyAsync();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DocumentPlan>> WriteAsync(
        RunContext run, IReadOnlyList<DocumentPlan> plans, CancellationToken cancellationToken)
    {
        QuotePlan[] open = [.. plans.Where(plan => plan.Failure is null).Select(plan => planned[plan.Document.Id])];
        var taken = await new QuoteRevision(run.Endpoints.BusinessCentral, form!)
            .RunAsync([.. open.Where(plan => plan.Predecessor is not null)], cancellationToken).ConfigureAwait(false);
        DocumentPlan[] drafts = [.. open.Where(plan => plan is { Predecessor: null, Plan.Draft: not null }).Select(plan => plan.Plan)];
        await new NewDocumentCouplings(run).CoupleAsync(taken, [.. taken.Where(plan => plan.Failure is null).Select(plan => planned[plan.Document.Id].Predecessor!)])
            .ConfigureAwait(false);
        var created = await new DocumentCreator(run, form!, Mapping, DocumentFamily.Quotes).CreateAsync(drafts, cancellationToken).ConfigureAwait(false);
        DocumentPlan[] written = [.. taken, .. created];
        await ResumeAsync(run).ConfigureAwait(false);
        var won = await WinAsync(run, open, written, cancellationToken).ConfigureAwait(false);
        var done = written.Concat(won).GroupBy(plan => plan.Document.Id).ToDictionary(group => group.Key, group => group.Last());
        return
        [
            .. plans.Where(plan => plan.Failure is not null || (plan.Draft is null && !planned[plan.Document.Id].IsWon)
                    || done.ContainsKey(plan.Document.Id))
                .Select(plan => done.GetValueOrDefault(plan.Document.Id, plan)),
        ];
    }

    private static bool NeedsNothing(DocumentPlan plan) =>
        plan is { Action: SyncAction.Unchanged or SyncAction.Skipped, Failure: null, Pending: null };

    // Quotes that could not be created are not won either; those that were have a partner by now.
    private async Task<IReadOnlyList<DocumentPlan>> WinAsync(
        RunContext run, QuotePlan[] open, DocumentPlan[] written, CancellationToken cancellationToken)
    {
        var now = written.ToDictionary(plan => plan.Document.Id);
        QuotePlan[] won =
        [
            .. open.Where(plan => plan.IsWon).Select(plan => now.TryGetValue(plan.Plan.Document.Id, out var latest)
                ? plan with { Plan = latest, Partner = plan.Partner ?? PartnerOf(latest) }
                : plan)
                .Where(plan => plan.Plan is { Failure: null } and ({ Draft: null } or { Coupling: not null })),
        ];
        try
        {
            return await new WonQuotes(run, mappings, form!) { OnlyDue = OnlyDue }.RunAsync(won, cancellationToken).ConfigureAwait(false);
        }
        catch (SyncException problem)
        {
            return [.. won.Select(plan => plan.Plan.Failed(QuoteFailures.OrderFailed(plan.Plan.Document.Number, problem.Error)))];
        }
        catch (EndpointException problem)
        {
            var error = EndpointErrors.ToException(problem, Mapping).Error;
            return [.. won.Select(plan => plan.Plan.Failed(QuoteFailures.OrderFailed(plan.Plan.Document.Number, error)))];
        }
        catch (OperationCanceledException)
        {
            // What was written by now is saved and told; the rest comes with the next run.
            return [];
        }
    }

    private static Record? PartnerOf(DocumentPlan plan) => plan.Coupling is not { } coupling ? null : new Record
    {
        Id = coupling.BcId,
        Values = new Dictionary<string, FieldValue> { ["number"] = FieldValue.Text(plan.BcNo), ["status"] = FieldValue.Text("Open") },
    };
}
