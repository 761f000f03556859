using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Builds the errors of connecting, which have no time of their own: nothing is logged before there is a connection.</summary>
internal static class ConnectionProblem
{
    public static SyncException Create(FailureClass failure, string id, string message, string nextStep, Exception? inner = null) =>
        new(new BcSyncError { Time = default, Class = failure, ErrorId = id, Message = message, RecommendedAction = nextStep }, inner);
}
