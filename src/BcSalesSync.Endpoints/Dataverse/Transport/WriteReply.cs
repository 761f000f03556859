using System.Net;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>How a request that changes something ended.</summary>
/// <param name="Delivery">What became of it.</param>
internal sealed record WriteReply(WriteDelivery Delivery)
{
    /// <summary>Status of the answer; meaningless without one.</summary>
    internal HttpStatusCode Status { get; init; }

    /// <summary>Body of the answer.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Content type of the answer; null when it had no body.</summary>
    internal string? ContentType { get; init; }

    /// <summary>Why it failed; null when it succeeded.</summary>
    internal EndpointFailure? Failure { get; init; }

    /// <summary>True when it was answered with success.</summary>
    internal bool Succeeded => Delivery == WriteDelivery.Answered && (int)Status is >= 200 and < 300;
}
