using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Output;

/// <summary>What an error record says, before there is a PowerShell to make one.</summary>
internal sealed record CommandError
{
    internal required Exception Exception { get; init; }

    /// <summary>Stable id, BcSync.Area.Problem.</summary>
    internal required string Id { get; init; }

    internal required ErrorCategory Category { get; init; }

    /// <summary>The input row or object that failed; null when none.</summary>
    internal object? Target { get; init; }

    internal required string RecommendedAction { get; init; }

    internal static CommandError From(BcSyncError error, object? target, Exception? cause = null) => new()
    {
        Exception = cause ?? new SyncException(error),
        Id = error.ErrorId,
        Category = FailureCategory.Of(error.Class),
        Target = target,
        RecommendedAction = error.RecommendedAction,
    };

    internal ErrorRecord ToRecord() => new(Exception, Id, Category, Target)
    {
        ErrorDetails = new ErrorDetails(Exception.Message) { RecommendedAction = RecommendedAction },
    };
}
