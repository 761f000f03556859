using BcSalesSync.Engine.Ports.Endpoints.Access;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>A right to a table of Sales that a mapping or a switch cannot do without.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">The right.</param>
/// <param name="Reach">Whose rows it has to reach at least.</param>
/// <param name="For">The mapping or feature.</param>
internal sealed record TableNeed(string Table, RightKind Kind, RightReach Reach, string For);
