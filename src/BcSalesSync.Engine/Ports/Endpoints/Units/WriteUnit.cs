namespace BcSalesSync.Engine.Ports.Endpoints.Units;

/// <summary>
/// Writes and actions, on one table or several, that a system carries out as a whole or not at all: a document with its lines, or a row that
/// must be opened, changed and closed again.
/// </summary>
/// <param name="Steps">What is done, in this order; never empty.</param>
public sealed record WriteUnit(IReadOnlyList<UnitStep> Steps)
{
    /// <summary>Most steps that Business Central carries out together.</summary>
    public const int MostSteps = 100;
}
