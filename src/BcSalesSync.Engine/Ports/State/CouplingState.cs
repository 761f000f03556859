using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>
/// A coupling as it is stored: the pair, the last synchronised values of both sides, and how the last attempts ended. Immutable.
/// </summary>
public sealed record CouplingState
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Family within which both ids are unique.</summary>
    public required string Family { get; init; }

    /// <summary>SystemId of the record; unique within the family.</summary>
    public required Guid BcId { get; init; }

    /// <summary>Primary key of the row; unique within the family.</summary>
    public required Guid SalesId { get; init; }

    /// <summary>Number or code as last seen; references are resolved by it.</summary>
    public string? BcNo { get; init; }

    /// <summary>Name in Business Central as last seen.</summary>
    public string? BcName { get; init; }

    /// <summary>Primary name in Sales as last seen.</summary>
    public string? SalesName { get; init; }

    /// <summary>Last synchronised record in Business Central; null before the first success.</summary>
    public SideState? Bc { get; init; }

    /// <summary>Last synchronised row in Sales; null before the first success.</summary>
    public SideState? Sales { get; init; }

    /// <summary>Last attempt towards Sales.</summary>
    public SyncOutcome ToSalesResult { get; init; }

    /// <summary>Last attempt towards Business Central.</summary>
    public SyncOutcome ToBusinessCentralResult { get; init; }

    /// <summary>Job of the last attempt towards Sales.</summary>
    public Guid? ToSalesJob { get; init; }

    /// <summary>Job of the last attempt towards Business Central.</summary>
    public Guid? ToBusinessCentralJob { get; init; }

    /// <summary>Left alone after repeated failure.</summary>
    public bool Skipped { get; init; }

    /// <summary>Message of the last failure; null after a success.</summary>
    public string? Error { get; init; }

    /// <summary>Time of the last failure (UTC); null after a success.</summary>
    public DateTimeOffset? ErrorTime { get; init; }

    /// <summary>Time of the last success (UTC).</summary>
    public DateTimeOffset? LastSynchronized { get; init; }

    /// <summary>
    /// Number of the stored content this was made from, given by the store; 0 for a new coupling. It is saved only if that content still
    /// stands, in the same family and with one of its records at least.
    /// </summary>
    public long Revision { get; init; }

    /// <summary>True when the pair was made by a create that never came to its end.</summary>
    public bool Incomplete => LastSynchronized is null
        && (ToSalesResult is SyncOutcome.Failure || ToBusinessCentralResult is SyncOutcome.Failure);

    /// <summary>What troubles with the pair are remembered under, in both directions.</summary>
    public IEnumerable<PendingKey> Keys =>
        [new(Mapping, SyncDirection.ToSales, BcId), new(Mapping, SyncDirection.ToBusinessCentral, SalesId)];

    /// <summary>The id on one side.</summary>
    public Guid IdOn(SystemSide side) => side is SystemSide.BusinessCentral ? BcId : SalesId;

    /// <summary>The last synchronised record on one side; null before the first success.</summary>
    public SideState? On(SystemSide side) => side is SystemSide.BusinessCentral ? Bc : Sales;
}
