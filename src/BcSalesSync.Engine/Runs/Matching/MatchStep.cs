using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Runs.Matching;

/// <summary>
/// The coupling itself, as one job: pairs are saved a few hundred at a time together with what is due for them, and at the end what
/// found no partner, with one error each.
/// </summary>
internal sealed class MatchStep(RunContext run, TableMapping mapping)
{
    private const int Chunk = 500;

    /// <summary>Settled pages; none when the run has done this step before it was interrupted.</summary>
    public async IAsyncEnumerable<PageReport> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var checkpoint = await run.State.Pending.CheckpointAsync(run.RunId, mapping.Name, SyncDirection.ToSales, cancellationToken)
            .ConfigureAwait(false);
        if (checkpoint is { Completed: true })
            yield break;
        var search = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        var job = await JobLog.OpenAsync(run, mapping.Name, mapping.Direction, cancellationToken).ConfigureAwait(false);
        await foreach (var read in search.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return new PageReport(job, [], read);
        var results = await search.DecideAsync(cancellationToken).ConfigureAwait(false);
        foreach (var chunk in results.Where(result => result.Outcome is MatchOutcome.Matched).Chunk(Chunk))
        {
            cancellationToken.ThrowIfCancellationRequested();
            job = await CoupleAsync(job, chunk, cancellationToken).ConfigureAwait(false);
            yield return new PageReport(job, [], 0);
        }

        var unmatched = results.Where(result => result.Outcome is not MatchOutcome.Matched).Select(search.View.Of).ToArray();
        yield return new PageReport(await CloseAsync(job, unmatched).ConfigureAwait(false), [], 0);
    }

    private async Task<MatchSearch> PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            var whole = new MatchRequest { Mapping = mapping.Name };
            return await MatchSearch.PrepareAsync(run.Parts, run.Mappings, mapping, whole, cancellationToken).ConfigureAwait(false);
        }
        catch (SyncException problem)
        {
            await JobLog.RefuseAsync(run, mapping, mapping.Direction, problem.Error).ConfigureAwait(false);
            throw;
        }
    }

    // Somebody may have coupled one of the two while the others were being read; that stands.
    private async Task<BcSyncJob> CoupleAsync(BcSyncJob job, MatchResult[] matched, CancellationToken cancellationToken)
    {
        var known = await KnownCouplings.LoadAsync(
            run.State, mapping.Family, [.. matched.Select(match => match.Record.Id)], [.. matched.Select(match => match.Row!.Id)],
                cancellationToken).ConfigureAwait(false);
        var couplings = matched.Where(match => known.OfBc(match.Record.Id) is null && known.OfSales(match.Row!.Id) is null)
            .Select(match => NewCoupling.Of(
                mapping, (match.Record.Id, match.Record.No, match.Record.Name), (match.Row!.Id, match.Row.Name))).ToArray();
        var updated = job with { Coupled = job.Coupled + couplings.Length };
        var now = run.Parts.Clock.GetUtcNow();
        await run.State.CommitAsync(
            new StateChange
            {
                Couplings = couplings,
                NewlyCoupled = couplings,
                Pending = [.. couplings.SelectMany(coupling => FollowUpPass.Of(mapping).Select(pass => Due(coupling, pass, now)))],
                Jobs = [updated],
                Now = now,
            },
            CancellationToken.None).ConfigureAwait(false);
        return updated;
    }

    // What matches nothing is no failure where it is going to be created.
    private async Task<BcSyncJob> CloseAsync(BcSyncJob job, BcCouplingMatch[] unmatched)
    {
        var now = run.Parts.Clock.GetUtcNow();
        var created = UnmatchedCreation.IsWanted(mapping) ? unmatched.Where(match => match.Outcome is MatchOutcome.NoMatch).ToArray() : [];
        var failed = unmatched.Except(created).ToArray();
        var closed = job with
        {
            Finished = now,
            Status = failed.Length > 0 ? SyncJobStatus.Error : SyncJobStatus.Success,
            Failed = job.Failed + failed.Length,
            Message = UnmatchedErrors.Summary(failed),
        };
        await run.State.CommitAsync(
            new StateChange
            {
                Pending = [.. created.Select(match => DueWork.Row(mapping, SyncDirection.ToSales, match.BcId!.Value, match.BcNo, now))],
                Errors = [.. failed.Select(match => UnmatchedErrors.Of(match, job.Id, now))],
                Jobs = [closed],
                Checkpoints = [new Checkpoint(run.RunId, mapping.Name, SyncDirection.ToSales, null, Completed: true)],
                Now = now,
            },
            CancellationToken.None).ConfigureAwait(false);
        return closed;
    }

    private PendingRecord Due(CouplingState coupling, FollowUpPass pass, DateTimeOffset now) => pass.Direction is SyncDirection.ToSales
        ? DueWork.Row(mapping, pass.Direction, coupling.BcId, coupling.BcNo, now)
        : DueWork.Row(mapping, pass.Direction, coupling.SalesId, coupling.SalesName, now);
}
