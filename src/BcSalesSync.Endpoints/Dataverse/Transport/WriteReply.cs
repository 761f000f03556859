using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>How a request that changes something ended.</summary>
/// <param name="Delivery">What became of it.</param>
/// <param name="Response">The answer; null without one.</param>
/// <param name="Failure">Why it failed; null when it succeeded.</param>
internal sealed record WriteReply(WriteDelivery Delivery, WireResponse? Response, EndpointFailure? Failure) : IDisposable
{
    /// <summary>True when it was answered with success.</summary>
    internal bool Succeeded => Delivery == WriteDelivery.Answered && Failure is null;

    /// <summary>Status of the answer; 0 without one.</summary>
    internal int Status => Response?.Status ?? 0;

    /// <summary>Body of the answer, valid until <see cref="Dispose"/>.</summary>
    internal ReadOnlyMemory<byte> Body => Response?.Body ?? default;

    /// <summary>Content type of the answer; null when it had no body.</summary>
    internal string? ContentType => Response?.Headers["Content-Type"];

    /// <inheritdoc/>
    public void Dispose() => Response?.Dispose();
}
