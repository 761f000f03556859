using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing.Units;

/// <summary>A unit whose steps go to tables that are there, or why it is not sent.</summary>
/// <param name="Steps">Its steps.</param>
/// <param name="Obstacle">Why it cannot be sent; null when it can.</param>
/// <param name="FailedStep">The step that stands in the way; null when none does on its own.</param>
internal sealed record PlannedUnit(IReadOnlyList<PlannedStep> Steps, EndpointFailure? Obstacle = null, int? FailedStep = null)
{
    /// <summary>Base address of the API that offers its tables.</summary>
    public Uri Root => Steps[0].Table.Root;
}
