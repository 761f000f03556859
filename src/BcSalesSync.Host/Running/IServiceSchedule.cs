using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Running;

// How a service runs the schedule once it is connected.
internal interface IServiceSchedule
{
    // Runs until it is stopped; false when what ran did not come to a checkpoint in time.
    Task<bool> RunAsync(ISyncSession session, ConnectionSettings connection, CancellationToken stop);
}
