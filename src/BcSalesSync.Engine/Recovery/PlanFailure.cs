using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Recovery;

/// <summary>Why a record cannot be synchronised as it is.</summary>
/// <param name="Class">What it means for the next attempt.</param>
/// <param name="ErrorId">Stable id, BcSync.Area.Problem.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="RecommendedAction">What to do next.</param>
/// <param name="WaitsFor">References that must be coupled first; empty for other failures.</param>
public sealed record PlanFailure(
    FailureClass Class, string ErrorId, string Message, string RecommendedAction, IReadOnlyList<AwaitedReference> WaitsFor)
{
    /// <summary>A failure that waits for no reference.</summary>
    public PlanFailure(FailureClass failureClass, string errorId, string message, string recommendedAction)
        : this(failureClass, errorId, message, recommendedAction, [])
    {
    }
}
