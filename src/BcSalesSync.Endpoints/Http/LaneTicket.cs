namespace BcSalesSync.Endpoints.Http;

/// <summary>Stands for a request that waits at the gate.</summary>
/// <param name="weight">Requests it counts for.</param>
internal sealed class LaneTicket(int weight) : TaskCompletionSource<LanePass>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>Requests it counts for.</summary>
    public int Weight => weight;
}
