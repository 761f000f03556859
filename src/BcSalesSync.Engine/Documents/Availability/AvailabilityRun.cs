using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Now;

namespace BcSalesSync.Engine.Documents.Availability;

/// <summary>
/// Sends the stock of coupled items to their products: one synchronisation of just those items, by the mapping's own rules, towards Sales
/// (spec/documents.md 6.1).
/// </summary>
internal sealed class AvailabilityRun(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Name under which its watermark stands.</summary>
    public const string Job = "ITEM-AVAILABILITY";

    /// <summary>Sends items that are named.</summary>
    public async IAsyncEnumerable<BcSyncResult> RunAsync(
        AvailabilityRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = new NamedCouplings(parts, MasterFamily.Items, "Item", uncoupled =>
            observer.Warning($"Not coupled, so there is no product to send the stock to: item {uncoupled}."));
        var items = await named.FindAsync(request.BcIds, request.BcNos, cancellationToken).ConfigureAwait(false);
        var runId = parts.Ids.NewId();
        await foreach (var result in SendAsync(items, new PlanPolicy(Explicit: true), cancellationToken).ConfigureAwait(false))
        {
            runId = result.RunId;
            yield return result;
        }

        foreach (var error in named.Missing)
            yield return Missing(error with { Mapping = MasterFamily.ItemMapping }, runId);
    }

    /// <summary>Sends items whose stock moved since the last time.</summary>
    public async IAsyncEnumerable<BcSyncResult> RunMovedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var moved = new MovedItems(parts);
        var numbers = await moved.FindAsync(cancellationToken).ConfigureAwait(false);
        var coupled = await CoupledAsync(numbers, cancellationToken).ConfigureAwait(false);
        await foreach (var result in SendAsync(coupled, new PlanPolicy(), cancellationToken).ConfigureAwait(false))
            yield return result;
        if (moved.Watermark is { } watermark)
        {
            await parts.State.CommitAsync(
                new StateChange { Watermarks = [watermark], Now = parts.Clock.GetUtcNow() }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static BcSyncResult Missing(BcSyncError error, Guid runId) => new()
    {
        Mapping = MasterFamily.ItemMapping,
        BcId = error.BcId,
        BcNo = error.BcNo,
        Direction = SyncDirection.ToSales,
        Action = SyncAction.Failed,
        Error = error,
        RunId = runId,
    };

    private async Task<IReadOnlyList<CouplingState>> CoupledAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        numbers.Count == 0 ? []
            : await parts.State.Couplings.FindByBcNoAsync(MasterFamily.Items, numbers, cancellationToken).ConfigureAwait(false);

    private async IAsyncEnumerable<BcSyncResult> SendAsync(
        IReadOnlyList<CouplingState> items, PlanPolicy policy, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid[] ids = [.. items.Where(item => !item.Skipped).Select(item => item.BcId).Distinct()];
        if (ids.Length == 0)
            yield break;
        var mapping = mappings.Find(MasterFamily.ItemMapping)
            ?? throw new SyncException(MappingErrors.NotFound(
                parts.Clock.GetUtcNow(), MasterFamily.ItemMapping, mappings.All.Select(known => known.Name)));
        await foreach (var result in new NowRunner(parts, mappings, observer)
            .RunIdsAsync(mapping, SyncDirection.ToSales, ids, policy, cancellationToken).ConfigureAwait(false))
            yield return result;
    }
}
