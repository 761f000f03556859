using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Health;

// What is the matter, and what to do.
internal sealed record ProblemReport(string ErrorId, string Message, string NextStep)
{
    public static ProblemReport? Of(BcSyncError? error) => error is null ? null : new(error.ErrorId, error.Message, error.RecommendedAction);
}
