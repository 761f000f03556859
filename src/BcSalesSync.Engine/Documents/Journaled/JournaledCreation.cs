using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Journaled;

/// <summary>
/// Creates documents where Business Central chooses their ids (API v2.0 alone): each is written down first and looked up after a lost answer
/// instead of created twice; the discount follows once its lines are there.
/// </summary>
internal sealed class JournaledCreation(RunContext run, BcDocumentForm form, string mapping, string family)
{
    private const string Number = "number";
    private readonly IEndpoint system = run.Parts.Endpoints.BusinessCentral;
    private readonly DocumentJournal journal = new(run, form, mapping);

    /// <summary>Creates what is planned; plans come with their coupling or failure. Those that were not sent are left out.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> CreateAsync(IReadOnlyList<DocumentPlan> plans, CancellationToken cancellationToken)
    {
        var lost = await new LostDocuments(run.Parts, form, mapping, family).FindAsync(plans, cancellationToken).ConfigureAwait(false);
        var doubtful = plans.Where(plan => Found(plan).Count > 1)
            .Select(plan => plan.Failed(JournaledFailures.Uncertain(plan.Document, mapping, Found(plan)))).ToArray();
        var known = plans.Where(plan => Found(plan).Count == 1).Select(plan => Couple(plan, Found(plan)[0])).ToArray();
        var created = await WriteAsync([.. plans.Where(plan => Found(plan).Count == 0)], cancellationToken).ConfigureAwait(false);
        DocumentPlan[] there = [.. known, .. created.Where(plan => plan.Failure is null)];
        var complete = await new DocumentDiscount(system, form).WriteAsync(there).ConfigureAwait(false);
        await journal.SettleAsync(complete.Where(plan => plan is { BcNo: null, Failure: not null })).ConfigureAwait(false);
        return [.. doubtful, .. created.Where(plan => plan.Failure is not null), .. complete];

        IReadOnlyList<Record> Found(DocumentPlan plan) => lost.GetValueOrDefault(plan.Document.Id, []);
    }

    /// <summary>Forgets what was written down of documents whose couplings are saved.</summary>
    public Task ForgetAsync(IEnumerable<DocumentPlan> plans) => journal.SettleAsync(plans.Where(plan => plan.IsNewlyCoupled));

    private async Task<IReadOnlyList<DocumentPlan>> WriteAsync(DocumentPlan[] plans, CancellationToken cancellationToken)
    {
        if (plans.Length == 0)
            return [];
        await journal.WriteAsync(plans, cancellationToken).ConfigureAwait(false);
        var outcomes = await system.WriteUnitsAsync([.. plans.Select(Unit)], cancellationToken).ConfigureAwait(false);
        var sent = plans.Zip(outcomes).Select(pair => (Plan: pair.First, Outcome: pair.Second)).ToArray();
        await journal.SettleAsync(sent.Where(pair => pair.Outcome.Status is not (WriteStatus.Done or WriteStatus.Unknown)).Select(pair => pair.Plan))
            .ConfigureAwait(false);
        return
        [
            .. sent.Where(pair => pair.Outcome is not { Status: WriteStatus.NotSent, Failure: null }).Select(pair => Settle(pair.Plan, pair.Outcome)),
        ];
    }

    private WriteUnit Unit(DocumentPlan plan) => new(
    [
        new UnitWrite(form.Headers.Name, new RecordWrite { Kind = WriteKind.Create, Values = plan.Draft!.Header })
        {
            Nested = plan.Draft.Lines.Count == 0 ? null : new NestedRecords(form.Lines.Name, plan.Draft.Lines),
        },
    ]);

    private DocumentPlan Settle(DocumentPlan plan, UnitOutcome outcome) => outcome switch
    {
        { Status: WriteStatus.Done, Records: [{ } record] } => Couple(plan, record),
        { Status: WriteStatus.Refused, Failure: { } refusal } => plan.Failed(DocumentRefusals.Of(plan.Document, refusal)),
        _ => plan.Failed(WriteFailures.Unsettled(SystemSide.BusinessCentral, outcome.Status, outcome.Failure)),
    };

    private DocumentPlan Couple(DocumentPlan plan, Record record) => plan.Coupled(mapping, family, record.Id, record[Number].ToString());
}
