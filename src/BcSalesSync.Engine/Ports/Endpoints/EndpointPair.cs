using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>The two systems of a connection.</summary>
/// <param name="BusinessCentral">Business Central.</param>
/// <param name="Sales">Dataverse.</param>
public sealed record EndpointPair(IEndpoint BusinessCentral, IEndpoint Sales)
{
    /// <summary>The system on a side.</summary>
    public IEndpoint On(SystemSide side) => side is SystemSide.BusinessCentral ? BusinessCentral : Sales;
}
