namespace BcSalesSync.Endpoints.Http;

/// <summary>Says through which gate and since when a request is under way, so that those that met the same overload count once.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Season">How often its lanes had been narrowed when the request entered.</param>
/// <param name="Weight">Requests it counts for.</param>
/// <param name="Entered">Timestamp of when it entered.</param>
internal sealed record LanePass(LaneGate Gate, int Season, int Weight, long Entered)
{
    /// <summary>Sends less at a time from now on, because the service was too busy for the request or parts of what it carried.</summary>
    public void Narrow() => Gate.Narrow(this);
}
