using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Recovery;

/// <summary>Says what a failed call to a system means for the command that needed it.</summary>
public static class EndpointErrors
{
    /// <summary>The command cannot go on because a system could not be reached, or refused a whole call.</summary>
    /// <param name="problem">What the system answered.</param>
    /// <param name="mapping">Mapping that was being worked on; null when there was none.</param>
    public static SyncException ToException(EndpointException problem, string? mapping = null)
    {
        var system = problem.Side is SystemSide.Sales ? "Sales" : "BusinessCentral";
        var trouble = problem.Failure.Class is FailureClass.Transient ? "Unreachable" : "Refused";
        var error = ErrorCatalog.Create(
            default,
            problem.Failure.Advice?.ErrorId ?? $"BcSync.{system}.{trouble}",
            problem.Failure.Class,
            $"{WriteFailures.Name(problem.Side)}: {problem.Failure.Message} ({problem.Failure.Code})",
            NextStep(problem));
        return new SyncException(error with { Mapping = mapping }, problem);
    }

    private static string NextStep(EndpointException problem) => problem.Failure.Advice?.NextStep ?? problem.Failure.Class switch
    {
        FailureClass.Transient => "Nothing is lost: run the command again, or Resume-BcFullSync, once the service answers.",
        FailureClass.Permission => $"Give the application the missing right in {WriteFailures.Name(problem.Side)}.",
        _ => "Check the connection with Get-BcConnection and connect again.",
    };
}
