using BcSalesSync.Contracts;

namespace BcSalesSync.Endpoints.Http;

/// <summary>One attempt to send a request, as an observer may see it.</summary>
/// <param name="Side">The system.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Address; values of unknown query options are masked.</param>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Duration">From sending to the end of the body.</param>
/// <param name="ClientRequestId">Id sent along, the same for all attempts of a request.</param>
/// <param name="ServiceRequestId">Id to give the vendor's support; null when the service gave none.</param>
public sealed record HttpTrace(
    SystemSide Side, string Method, string Url, int? Status, TimeSpan Duration, Guid ClientRequestId, string? ServiceRequestId)
{
    /// <summary>All ids by which the service and its gateways know the request, with the names they go by; empty when there are none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ServiceIds { get; init; } = [];

    /// <summary>How often the request had been sent before.</summary>
    public int Resends { get; init; }
}
