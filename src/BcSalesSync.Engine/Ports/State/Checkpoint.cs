using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>How far a pass within a run has come; saved in one transaction with the page's effects.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="Direction">Direction of the pass; never Both.</param>
/// <param name="Cursor">Place after the last settled page; null at the beginning.</param>
/// <param name="Completed">True when the pass is done.</param>
public sealed record Checkpoint(Guid RunId, string Mapping, SyncDirection Direction, string? Cursor, bool Completed);
