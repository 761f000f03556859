using System.Collections.Specialized;
using System.Globalization;
using BcSalesSync.Host.Clustering;

namespace BcSalesSync.Host.Running;

// Where the scheduler keeps its jobs, and how many it runs at a time: all that tells one kind of service from another.
internal sealed record SchedulerStore(NameValueCollection Properties)
{
    private static int schedulers;

    // In memory, for one process, one job at a time. Entries depend on each other in their order, both systems count the requests of a user
    // whatever runs, and an entry works in parallel itself as far as they allow: side by side, entries would gain nothing but waits for leases.
    public static SchedulerStore InMemory() => new(new NameValueCollection
    {
        ["quartz.scheduler.instanceName"] = string.Create(CultureInfo.InvariantCulture, $"run-{Interlocked.Increment(ref schedulers)}"),
        ["quartz.threadPool.maxConcurrency"] = "1",
    });

    // In the database of the state, for all workers of it. Who does not check in for some seconds counts as dead, and its jobs are free.
    public static SchedulerStore Shared(string name, string connectionString, int concurrency) => new(new NameValueCollection
    {
        ["quartz.scheduler.instanceName"] = name,
        ["quartz.scheduler.instanceId"] = "AUTO",
        ["quartz.scheduler.idleWaitTime"] = "1000",
        ["quartz.scheduler.batchTriggerAcquisitionMaxCount"] = string.Create(CultureInfo.InvariantCulture, $"{concurrency}"),
        ["quartz.threadPool.maxConcurrency"] = string.Create(CultureInfo.InvariantCulture, $"{concurrency}"),
        ["quartz.serializer.type"] = typeof(JobDataSerializer).AssemblyQualifiedName,
        ["quartz.jobStore.type"] = typeof(WorkerJobStore).AssemblyQualifiedName,
        ["quartz.jobStore.driverDelegateType"] = "Quartz.Impl.AdoJobStore.PostgreSQLDelegate, Quartz",
        ["quartz.jobStore.dataSource"] = "state",
        ["quartz.jobStore.useProperties"] = "true",
        ["quartz.jobStore.acquireTriggersWithinLock"] = "true",
        ["quartz.jobStore.clustered"] = "true",
        ["quartz.jobStore.clusterCheckinInterval"] = "2000",
        ["quartz.jobStore.clusterCheckinMisfireThreshold"] = "8000",
        ["quartz.dataSource.state.provider"] = "Npgsql",
        ["quartz.dataSource.state.connectionString"] = connectionString,
    });
}
