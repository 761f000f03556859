using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Notes;

/// <summary>
/// Documents that were coupled and whose notes are still to be copied: remembered together with their couplings, so that a run that ends in
/// between leaves the notes to the next one.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="mapping">Mapping of the documents.</param>
internal sealed class NotesToCopy(RunContext run, string mapping)
{
    private const int MostAtOnce = 500;

    /// <summary>What is remembered of a document.</summary>
    public static PendingRecord Of(CouplingState coupling, DateTimeOffset now) => new()
    {
        Mapping = NameOf(coupling.Mapping),
        Direction = SyncDirection.ToBusinessCentral,
        SourceId = coupling.SalesId,
        SourceName = coupling.SalesName,
        NextTry = now,
    };

    /// <summary>Couplings of the documents; those that were uncoupled since are forgotten.</summary>
    /// <param name="family">Their family.</param>
    public async Task<IReadOnlyList<CouplingState>> FindAsync(string family)
    {
        var query = new DueQuery(run.Parts.Clock.GetUtcNow(), MostAtOnce);
        var due = await run.State.Pending.DueAsync(NameOf(mapping), SyncDirection.ToBusinessCentral, query, CancellationToken.None).ConfigureAwait(false);
        if (due.Count == 0)
            return [];
        Guid[] ids = [.. due.Select(record => record.SourceId)];
        var couplings = await run.State.Couplings.FindBySalesIdAsync(family, ids, CancellationToken.None).ConfigureAwait(false);
        await SettleAsync([.. ids.Except(couplings.Select(coupling => coupling.SalesId))]).ConfigureAwait(false);
        return couplings;
    }

    /// <summary>Forgets documents that have their notes.</summary>
    public Task SettleAsync(IReadOnlyCollection<Guid> documents) => documents.Count == 0 ? Task.CompletedTask : run.State.CommitAsync(
        new StateChange
        {
            Settled = [.. documents.Select(id => new PendingKey(NameOf(mapping), SyncDirection.ToBusinessCentral, id))],
            Now = run.Parts.Clock.GetUtcNow(),
        },
        CancellationToken.None);

    private static string NameOf(string mapping) => $"{mapping}:NOTES";
}
