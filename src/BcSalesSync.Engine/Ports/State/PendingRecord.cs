using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>
/// A record that a pass could not settle, coupled or not, and when it is taken up again. One row per mapping, direction and source id.
/// </summary>
public sealed record PendingRecord
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Direction of the attempt; never Both.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>Id of the record on the side it comes from.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Number or name for people; null when unknown.</summary>
    public string? SourceName { get; init; }

    /// <summary>What the failure means; null when the record merely waits for its turn.</summary>
    public FailureClass? Class { get; init; }

    /// <summary>Stable id of the last error; null when there was none.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Message of the last error; equal message and id twice in a row park the record (spec/engine.md 3.7).</summary>
    public string? Message { get; init; }

    /// <summary>Attempts that failed so far.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is due (UTC); null while parked.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Parked: waits for a person, or for the records it refers to.</summary>
    public bool Parked { get; init; }

    /// <summary>References that must be coupled first; once one of them is, the record is due again.</summary>
    public IReadOnlyList<AwaitedReference> WaitsFor { get; init; } = [];

    /// <summary>The record when somebody takes it up again: due at once and without its error; that it failed before is kept.</summary>
    public PendingRecord TakenUp(DateTimeOffset now) => this with { Class = null, ErrorId = null, Message = null, Parked = false, NextTry = now };
}
