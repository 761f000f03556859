using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Runs.Now;

/// <summary>Synchronises at once: named records, or one run of a mapping (spec/engine.md 2 and 3.1).</summary>
internal sealed class NowRunner(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Results as they come; unchanged records are reported only when they were named.</summary>
    public async IAsyncEnumerable<BcSyncResult> RunAsync(
        SyncNowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chosen = mappings.All.Named(request.Mapping, parts.Clock.GetUtcNow())
            .Where(mapping => (mapping.Enabled && !mapping.IsPart) || request.Mapping is not null).ToArray();
        foreach (var mapping in chosen)
        {
            if (mapping.IsPart)
                throw PassErrors.TravelsAlong(mapping);
            var results = request.Records.Count == 0
                ? RunMappingAsync(mapping, request, cancellationToken)
                : RunRecordsAsync(mapping, request, cancellationToken);
            await foreach (var result in results.ConfigureAwait(false))
                yield return result;
        }
    }

    /// <summary>Synchronises records that were resolved already, in one direction, creating counterparts where asked.</summary>
    public IAsyncEnumerable<BcSyncResult> RunIdsAsync(
        TableMapping mapping, SyncDirection direction, IReadOnlyCollection<Guid> sourceIds, PlanPolicy policy,
            CancellationToken cancellationToken) =>
        FamilyAsync(Run(policy), mapping, direction, sourceIds, null, cancellationToken);

    /// <summary>The same in the hands of one who holds the mapping already.</summary>
    public IAsyncEnumerable<BcSyncResult> RunIdsAsync(
        TableMapping mapping, SyncDirection direction, IReadOnlyCollection<Guid> sourceIds, PlanPolicy policy, MappingLease lease,
            CancellationToken cancellationToken) =>
        FamilyAsync(Run(policy), mapping, direction, sourceIds, lease, cancellationToken);

    private async IAsyncEnumerable<BcSyncResult> RunMappingAsync(
        TableMapping mapping, SyncNowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var direction = request.Direction ?? mapping.Direction;
        var run = new RunContext(
            parts, mappings, parts.Ids.NewId(), SyncJobType.Synchronization, new PlanPolicy(Rewrite: request.Force), observer);
        foreach (var pass in direction.Passes())
        {
            if (!mapping.Direction.Includes(pass))
                throw await RefuseAsync(run, mapping, pass).ConfigureAwait(false);
            await foreach (var result in PassAsync(run, mapping, pass, Changed, cancellationToken).ConfigureAwait(false))
                yield return result;
        }
    }

    private async IAsyncEnumerable<BcSyncResult> RunRecordsAsync(
        TableMapping mapping, SyncNowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var direction = request.Direction ?? mapping.Direction;
        var merge = direction is SyncDirection.Both;
        var policy = new PlanPolicy(SourceWins: !merge, Rewrite: request.Force, Explicit: true);
        var run = new RunContext(parts, mappings, parts.Ids.NewId(), SyncJobType.Synchronization, policy, observer);
        foreach (var pass in direction.Passes())
        {
            if (!mapping.Direction.Includes(pass))
                throw await RefuseAsync(run, mapping, pass).ConfigureAwait(false);
            var sources = await new SourceSelection(run).ResolveAsync(mapping, pass, request.Records, cancellationToken)
                .ConfigureAwait(false);
            foreach (var refused in sources.Refused)
                yield return refused;
            await foreach (var result in FamilyAsync(run, mapping, pass, sources.Ids, null, cancellationToken).ConfigureAwait(false))
                yield return result;
        }
    }

    // Records that were named take what belongs to them along, once they are settled themselves (spec/engine.md 2.5).
    private async IAsyncEnumerable<BcSyncResult> FamilyAsync(
        RunContext run, TableMapping mapping, SyncDirection direction, IReadOnlyCollection<Guid> ids,
            MappingLease? lease, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parents = new List<Guid>();
        IAsyncEnumerable<PageReport> Named(PassRunner runner, CancellationToken stop) => runner.RunAsync(ids, stop);
        var results = lease is null
            ? PassAsync(run, mapping, direction, Named, cancellationToken)
            : PassAsync(run, mapping, direction, Named, lease, cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
        {
            if (result is { Error: null, Action: not SyncAction.Skipped, BcId: { } id })
                parents.Add(id);
            yield return result;
        }

        if (parents.Count == 0 || direction is not SyncDirection.ToSales)
            yield break;
        var along = run.With(run.Policy with { Explicit = false });
        foreach (var child in mappings.ChildrenOf(mapping).Where(child => child.Direction.Includes(direction)))
        {
            await foreach (var result in PassAsync(
                along, child, direction, (runner, stop) => runner.RunChildrenAsync(parents, stop), cancellationToken).ConfigureAwait(false))
                yield return result;
        }
    }

    private static IAsyncEnumerable<PageReport> Changed(PassRunner runner, CancellationToken cancellationToken) =>
        runner.RunAsync(PassScope.Changes, cancellationToken);

    private static async IAsyncEnumerable<BcSyncResult> PassAsync(
        RunContext run,
        TableMapping mapping,
        SyncDirection direction,
        Func<PassRunner, CancellationToken, IAsyncEnumerable<PageReport>> records,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lease = await MappingLease.TakeAsync(run.Parts, mapping.Name, run.RunId, cancellationToken).ConfigureAwait(false);
        await foreach (var result in PassAsync(run, mapping, direction, records, lease, cancellationToken).ConfigureAwait(false))
            yield return result;
    }

    private static async IAsyncEnumerable<BcSyncResult> PassAsync(
        RunContext run,
        TableMapping mapping,
        SyncDirection direction,
        Func<PassRunner, CancellationToken, IAsyncEnumerable<PageReport>> records,
        MappingLease lease,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        var held = run.Under(lease);
        var pass = await held.PassAsync(mapping, direction, ends.Token).ConfigureAwait(false);
        var pages = records(new PassRunner(held, pass), ends.Token);
        await using var guarded = new GuardedPages<PageReport>(held, mapping.Name, direction, pages, lease, ends.Token);
        while (await guarded.MoveNextAsync().ConfigureAwait(false))
        {
            foreach (var result in guarded.Current.Results
                .Where(result => run.Policy.Explicit || result.Action is not SyncAction.Unchanged))
                yield return result;
        }
    }

    private RunContext Run(PlanPolicy policy) => new(parts, mappings, parts.Ids.NewId(), SyncJobType.Synchronization, policy, observer);

    private static async Task<SyncException> RefuseAsync(RunContext run, TableMapping mapping, SyncDirection direction)
    {
        var problem = PassErrors.DirectionNotAllowed(mapping, direction);
        await JobLog.RefuseAsync(run, mapping, direction, problem.Message).ConfigureAwait(false);
        return problem;
    }
}
