using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>
/// Written before a create whose id the system chooses, so that after a crash the record can be looked up instead of created twice
/// (design: section 2).
/// </summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="Direction">Direction of the create.</param>
/// <param name="SourceId">Id of the record it is created from.</param>
/// <param name="KeyColumn">Column by which it can be found.</param>
/// <param name="KeyValue">Value of that column.</param>
public sealed record CreateIntent(string Mapping, SyncDirection Direction, Guid SourceId, string KeyColumn, string KeyValue);
