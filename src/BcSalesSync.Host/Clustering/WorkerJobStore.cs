using Quartz.Impl.AdoJobStore;

namespace BcSalesSync.Host.Clustering;

// The store of jobs in PostgreSQL. A trigger that was taken when the server went away, and not fired, is free again after some seconds instead of
// minutes: nothing here waits for long between the two.
internal sealed class WorkerJobStore : JobStoreTX
{
    protected override TimeSpan StaleAcquiredTriggerThreshold => TimeSpan.FromSeconds(15);
}
