using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Errors;

/// <summary>Builds errors; every problem has one place, by area, that gives it its id, class and next step.</summary>
internal static class ErrorCatalog
{
    public static BcSyncError Create(DateTimeOffset time, string errorId, FailureClass failure, string message, string nextStep) => new()
    {
        Time = time,
        ErrorId = errorId,
        Class = failure,
        Message = message,
        RecommendedAction = nextStep,
    };
}
