namespace BcSalesSync.Contracts;

/// <summary>What happened to the account statistics of one customer, and to its invoices in Sales.</summary>
public sealed record BcStatisticsResult
{
    /// <summary>Number of the customer.</summary>
    public string? BcNo { get; init; }

    /// <summary>Name of the account.</summary>
    public string? SalesName { get; init; }

    /// <summary>What was done with the statistics.</summary>
    public required SyncAction Action { get; init; }

    /// <summary>Balance in local currency; null when it is not known.</summary>
    public decimal? Balance { get; init; }

    /// <summary>Sales of the current fiscal year in local currency; null when they are not known.</summary>
    public decimal? TotalSales { get; init; }

    /// <summary>Invoices whose payment state changed in Sales.</summary>
    public int InvoicesUpdated { get; init; }

    /// <summary>The failure; null when none.</summary>
    public BcSyncError? Error { get; init; }

    /// <summary>Run that did it.</summary>
    public required Guid RunId { get; init; }
}
