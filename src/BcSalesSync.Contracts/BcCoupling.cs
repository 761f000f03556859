namespace BcSalesSync.Contracts;

/// <summary>One record of Business Central and one row of Sales that belong together (spec/engine.md 1).</summary>
public sealed record BcCoupling
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Entity set in Business Central.</summary>
    public required string BcTable { get; init; }

    /// <summary>SystemId of the record; empty where Resume-BcSyncRecord took up a row that has no partner yet.</summary>
    public required Guid BcId { get; init; }

    /// <summary>Number or code as last seen; null when never seen.</summary>
    public string? BcNo { get; init; }

    /// <summary>Name as last seen.</summary>
    public string? BcName { get; init; }

    /// <summary>Logical table name.</summary>
    public required string SalesTable { get; init; }

    /// <summary>Primary key of the row; empty where Resume-BcSyncRecord took up a record that has no partner yet.</summary>
    public required Guid SalesId { get; init; }

    /// <summary>Primary name as last seen.</summary>
    public string? SalesName { get; init; }

    /// <summary>Time of the last success (UTC); null when never synchronised.</summary>
    public DateTimeOffset? LastSynchronized { get; init; }

    /// <summary>Last attempt towards Sales.</summary>
    public required SyncOutcome ToSalesResult { get; init; }

    /// <summary>Last attempt towards Business Central.</summary>
    public required SyncOutcome ToBusinessCentralResult { get; init; }

    /// <summary>True while the pair is left alone after repeated failure.</summary>
    public bool Skipped { get; init; }

    /// <summary>Where its record was found to be gone; None when that was not looked for.</summary>
    public MissingRecord Missing { get; init; }

    /// <summary>Message of the last failure; null when none.</summary>
    public string? Error { get; init; }

    /// <summary>Time of the last failure (UTC); null when none.</summary>
    public DateTimeOffset? ErrorTime { get; init; }
}
