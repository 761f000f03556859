using System.Collections.Specialized;
using System.Globalization;

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
}
