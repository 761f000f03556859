using BcSalesSync.Contracts;
using BcSalesSync.Host.Health;

namespace BcSalesSync.Host.Clustering;

// Tells the health of a worker by asking the state itself: looks at what is due may be with another worker for long, and stay away where the
// database of the scheduler does.
internal sealed class StateHealthProbe(ISyncSession session, ServiceHealth health, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                health.Looked(await session.Schedule.GetAsync(null, stop).ToListAsync(stop));
            }
            catch (SyncException problem)
            {
                health.LookFailed(problem.Error);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Beat, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
