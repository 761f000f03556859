namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>A unit that can be sent, and the place of its outcome.</summary>
/// <param name="Position">Position in the caller's list.</param>
/// <param name="Steps">Its steps.</param>
internal sealed record PlannedUnit(int Position, IReadOnlyList<PlannedStep> Steps);
