using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Engine.Applying.Units;

/// <summary>How the units of a record ended.</summary>
/// <param name="Outcome">The outcome of all steps; of the unit that failed when one did.</param>
/// <param name="IsBegun">True when units before the one that failed were written.</param>
internal sealed record WrittenUnit(UnitOutcome Outcome, bool IsBegun = false);
