using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Applying.Units;

/// <summary>What keeps a record with its parts from being written to its end.</summary>
internal static class UnitFailures
{
    /// <summary>Some of the units of a record were written, and then one was refused.</summary>
    /// <param name="refusal">Why it was refused.</param>
    public static PlanFailure LeftOpen(PlanFailure refusal) => refusal with
    {
        ErrorId = "BcSync.Order.LeftOpen",
        Message = $"Business Central takes at most {WriteUnit.MostSteps} steps together, so that the order was written in parts. "
            + $"Some of them are written, and the order is left open. {refusal.Message}",
        RecommendedAction = $"{refusal.RecommendedAction} The next attempt writes what is missing and releases the order.",
    };
}
