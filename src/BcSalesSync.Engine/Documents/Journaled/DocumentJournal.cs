using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Journaled;

/// <summary>
/// Writes down which documents are about to be created where Business Central chooses their ids, and what the customer has there already under
/// the same external document number, so that a document whose answer was lost can be told from others.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="form">The tables that take the documents.</param>
/// <param name="mapping">Mapping under which they are coupled.</param>
internal sealed class DocumentJournal(RunContext run, BcDocumentForm form, string mapping)
{
    private const string Customer = "customerId";
    private const string Reference = "externalDocumentNumber";

    /// <summary>Columns by which a document is recognised.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Customer, Reference];

    /// <summary>Writes the documents down.</summary>
    public async Task WriteAsync(IReadOnlyList<DocumentPlan> plans, CancellationToken cancellationToken)
    {
        var drafts = plans.Select(Intent).ToArray();
        var before = await new KeyedDocuments(run.Parts, form).ReadAsync(drafts, cancellationToken).ConfigureAwait(false);
        var time = run.Parts.Endpoints.BusinessCentral.ServerTime;
        CreateIntent[] intents =
        [
            .. drafts.Select(draft => draft with
            {
                Before = [.. before.Where(row => KeyedDocuments.Holds(row, draft)).Select(row => row.Id)], ServerTime = time,
            }),
        ];
        await run.State.CommitAsync(new StateChange { Intents = intents, Now = run.Parts.Clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Crosses documents off: they are coupled, or nothing was written.</summary>
    public async Task SettleAsync(IEnumerable<DocumentPlan> plans)
    {
        PendingKey[] keys = [.. plans.Select(plan => new PendingKey(mapping, SyncDirection.ToBusinessCentral, plan.Document.Id))];
        if (keys.Length > 0)
            await run.State.CommitAsync(new StateChange { SettledIntents = keys, Now = run.Parts.Clock.GetUtcNow() }, CancellationToken.None)
                .ConfigureAwait(false);
    }

    private CreateIntent Intent(DocumentPlan plan)
    {
        var sent = plan.Draft!.Header.Where(pair => Columns.Contains(pair.Key)).ToDictionary();
        var key = sent.TryGetValue(Reference, out var reference) && !reference.IsEmpty ? Reference : Customer;
        return new CreateIntent
        {
            Mapping = mapping,
            Direction = SyncDirection.ToBusinessCentral,
            SourceId = plan.Document.Id,
            KeyColumn = key,
            KeyValue = sent[key].ToString(),
            Sent = sent,
        };
    }
}
