namespace BcSalesSync.Endpoints.Http;

/// <summary>A request on its way, through all its attempts.</summary>
/// <param name="request">The request.</param>
/// <param name="id">Id that every attempt carries.</param>
internal sealed class WireExchange(WireRequest request, Guid id)
{
    /// <summary>The request.</summary>
    public WireRequest Request { get; } = request;

    /// <summary>Id that every attempt carries.</summary>
    public Guid Id { get; } = id;

    /// <summary>How often it was sent.</summary>
    public int Sent { get; set; }
}
