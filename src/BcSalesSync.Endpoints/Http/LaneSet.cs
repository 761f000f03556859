namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// The lanes of one client, one for each identity. A request takes the lane it gets through first, the next in turn where several are
/// equal. Requests that depend on each other are sent one after the other's answer, so it does not matter which lanes they take.
/// </summary>
internal sealed class LaneSet
{
    private readonly Lane[] lanes;
    private int turn;

    /// <summary>Opens the lanes; there is one identity at least.</summary>
    public LaneSet(IReadOnlyList<WireIdentity> identities, Uri address, HttpSettings settings) =>
        lanes = [.. identities.Select(identity => new Lane(identity.Tokens, settings.Lanes.Open(address, identity.Name, settings)))];

    /// <summary>The lane for the next request.</summary>
    public Lane Choose()
    {
        if (lanes.Length == 1)
            return lanes[0];
        var start = (int)((uint)Interlocked.Increment(ref turn) % lanes.Length);
        return lanes[start..].Concat(lanes[..start]).MinBy(lane => lane.Gate.Load)!;
    }

    /// <summary>Closes all lanes.</summary>
    public void CloseFor(TimeSpan pause)
    {
        foreach (var lane in lanes)
            lane.Gate.CloseFor(pause);
    }
}
