using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Why a mapping is refused when it is set.</summary>
/// <param name="Problem">Last part of the error id.</param>
/// <param name="Field">The row it is about, as <see cref="RowName"/> calls it; null when it is about the whole mapping.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="NextStep">What to do.</param>
public sealed record MappingProblem(string Problem, string? Field, string Message, string NextStep)
{
    /// <summary>The problem as an error.</summary>
    /// <param name="mapping">Name of the mapping.</param>
    /// <param name="now">The time (UTC).</param>
    public BcSyncError ToError(string mapping, DateTimeOffset now) =>
        ErrorCatalog.Create(now, $"BcSync.Mapping.{Problem}", FailureClass.Configuration, Message, NextStep) with
        {
            Mapping = mapping,
            Direction = Pass,
        };

    /// <summary>The direction it is about; null when it is about none in particular.</summary>
    public SyncDirection? Pass { get; init; }
}
