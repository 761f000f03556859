using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Runs.Now;
using BcSalesSync.Engine.Runs.Plans;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Engine.Runs;

/// <summary>Synchronises at once, or says what that would do.</summary>
public sealed class NowService(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Results as they come.</summary>
    public IAsyncEnumerable<BcSyncResult> RunAsync(SyncNowRequest request, CancellationToken cancellationToken) =>
        SyncSpans.OfRun("synchronise", new NowRunner(parts, mappings, observer).RunAsync(request, cancellationToken), cancellationToken);

    /// <summary>What a run would do; writes nothing anywhere.</summary>
    public IAsyncEnumerable<BcPlannedAction> PlanAsync(SyncNowRequest request, CancellationToken cancellationToken) =>
        new PlanRunner(parts, mappings, observer).RunAsync(request, cancellationToken);
}
