using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Puts together what is known about a page of records: couplings from the state in one query, counterparts of those that really changed
/// in as few requests as the other system allows.
/// </summary>
internal sealed class CandidateLoader(
    EndpointPair endpoints, ICouplingReader couplings, IPendingReader pending, DriftCheck drift)
{
    /// <summary>The candidates, in the order of the records.</summary>
    public async Task<IReadOnlyList<Candidate>> LoadAsync(
        PassDefinition pass, IReadOnlyList<Record> sources, PlanPolicy policy, CancellationToken cancellationToken)
    {
        var ids = sources.Select(source => source.Id).ToArray();
        var coupled = await CouplingsAsync(pass, ids, cancellationToken).ConfigureAwait(false);
        var troubled = (await pending.FindAsync(pass.Mapping.Name, pass.Direction, ids, cancellationToken).ConfigureAwait(false))
            .Where(IsDue).ToDictionary(row => row.SourceId);
        var drifted = await drift.FindAsync(pass, cancellationToken).ConfigureAwait(false);

        // Of what a person names, the counterpart is looked at: it may be gone. Of what has parts, they may have changed.
        var mayBeEcho = !pass.HasParts && policy is { SourceWins: false, Rewrite: false, Explicit: false };
        var drafts = sources.Select(source => Draft(
            pass, source, coupled.GetValueOrDefault(source.Id), troubled.GetValueOrDefault(source.Id), mayBeEcho
                && !drifted.Contains(source.Id))).ToArray();
        var wanted = drafts.Where(draft => draft is { IsEcho: false, Coupling.Skipped: false })
            .Select(draft => draft.Coupling!.IdOn(pass.Destination)).ToArray();
        var counterparts = await CounterpartsAsync(pass, wanted, cancellationToken).ConfigureAwait(false);
        return [.. drafts.Select(draft => draft with
        {
            Counterpart = draft.Coupling is { } coupling ? counterparts.GetValueOrDefault(coupling.IdOn(pass.Destination)) : null,
        })];
    }

    // A record that only waits for a reference is settled otherwise and must not look like trouble.
    private static bool IsDue(PendingRecord row) => row.NextTry is not null || row.Class is not null;

    private static Candidate Draft(
        PassDefinition pass, Record source, CouplingState? coupling, PendingRecord? pending, bool mayBeEcho) => new()
    {
        Source = source,
        Coupling = coupling,
        Pending = pending,
        IsEcho = coupling is not null && pending is null && mayBeEcho && EchoCheck.IsEcho(pass, source, coupling),
    };

    private async Task<Dictionary<Guid, CouplingState>> CouplingsAsync(PassDefinition pass, Guid[] ids, CancellationToken cancellationToken)
    {
        var rows = await couplings.FindByIdAsync(pass.Source, pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        return rows.Where(row => row.Mapping == pass.Mapping.Name).ToDictionary(row => row.IdOn(pass.Source));
    }

    private async Task<Dictionary<Guid, Record>> CounterpartsAsync(PassDefinition pass, Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return [];
        var rows = await endpoints.On(pass.Destination)
            .ReadByIdAsync(pass.DestinationTable.Name, pass.DestinationColumns, ids, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id);
    }
}
