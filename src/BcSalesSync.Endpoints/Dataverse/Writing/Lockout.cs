using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>A call that the service did not let in at all says so as a whole: its records are not to blame.</summary>
internal static class Lockout
{
    /// <summary>Throws when nothing was carried out and the caller was not let in.</summary>
    /// <exception cref="EndpointException">It was so.</exception>
    internal static void ThrowIfTotal(IEnumerable<(WriteStatus Status, EndpointFailure? Failure)> outcomes)
    {
        EndpointFailure? reason = null;
        foreach (var (status, failure) in outcomes)
        {
            if (status != WriteStatus.NotSent)
                return;
            reason ??= failure is { Class: FailureClass.Fatal or FailureClass.Permission or FailureClass.Configuration } ? failure : null;
        }

        if (reason is not null)
            throw new EndpointException(SystemSide.Sales, reason);
    }
}
