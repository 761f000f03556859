namespace BcSalesSync.Endpoints.Http;

/// <summary>The gates of a process: everybody who talks to the same system under the same identity goes through the same one.</summary>
public sealed class LaneBook
{
    private readonly object sync = new();
    private readonly Dictionary<(Uri Address, string Identity), LaneGate> gates = [];

    /// <summary>The gate of an identity; what the first one who asks wants of it holds for all.</summary>
    internal LaneGate Open(Uri address, string identity, HttpSettings settings)
    {
        lock (sync)
        {
            // The gate outlives the session that asked first, and must not keep its observer.
            if (!gates.TryGetValue((address, identity), out var gate))
                gates[(address, identity)] = gate = new LaneGate(settings with { Trace = null, Throttled = null });
            return gate;
        }
    }
}
