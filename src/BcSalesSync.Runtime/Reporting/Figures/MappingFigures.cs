using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>How a mapping stands.</summary>
internal sealed record MappingFigures
{
    /// <summary>Its line of the status.</summary>
    public required BcSyncStatus Status { get; init; }

    /// <summary>How recent its last run is.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>The last job towards Sales in the time of the report; null when there was none.</summary>
    public BcSyncJob? ToSales { get; init; }

    /// <summary>The last job towards Business Central in the time of the report; null when there was none.</summary>
    public BcSyncJob? ToBusinessCentral { get; init; }

    /// <summary>True when somebody should look at it.</summary>
    public bool NeedsAttention => Status.Failed > 0 || Status.Skipped > 0 || Freshness is Freshness.Late || Status.LastResult is SyncJobStatus.Error;
}
