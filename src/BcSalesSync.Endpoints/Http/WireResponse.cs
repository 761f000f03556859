using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Http;

/// <summary>A final answer with its whole body in a pooled buffer; dispose it when the body is parsed.</summary>
internal sealed class WireResponse(int status, WireHeaders headers, PooledBody body, EndpointFailure? failure) : IDisposable
{
    private const int TooManyRequests = 429;

    public int Status => status;

    public WireHeaders Headers => headers;

    /// <summary>The body; do not keep it beyond <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Body => body.Bytes;

    /// <summary>Why the call failed; null when it succeeded.</summary>
    public EndpointFailure? Failure => failure;

    /// <summary>What refusals within the body mean, and what may not be told of them.</summary>
    public required FailureRules Rules { get; init; }

    /// <summary>With what the request passed the gate.</summary>
    public LanePass? Pass { get; init; }

    /// <summary>Has less sent at a time from now on when the service was too busy for parts of the request.</summary>
    /// <param name="parts">Statuses of the parts.</param>
    public void NoteOverload(IEnumerable<int> parts)
    {
        if (parts.Contains(TooManyRequests))
            Pass?.Narrow();
    }

    public void Dispose() => body.Dispose();
}
