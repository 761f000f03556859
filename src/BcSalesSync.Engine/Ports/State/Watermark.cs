using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>Where the next pass of a mapping in one direction begins to read.</summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="Direction">Direction of the pass; never Both.</param>
/// <param name="Cursor">Opaque cursor of the source endpoint; null to read everything.</param>
public sealed record Watermark(string Mapping, SyncDirection Direction, string? Cursor);
