using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>Names a pending record or an intent.</summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="Direction">Direction; never Both.</param>
/// <param name="SourceId">Id on the side it comes from.</param>
public readonly record struct PendingKey(string Mapping, SyncDirection Direction, Guid SourceId);
