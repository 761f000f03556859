using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>One page of changes.</summary>
/// <param name="Records">Records that are new or changed and pass the filter.</param>
/// <param name="DeletedIds">Ids of records that are gone; empty where the system cannot tell.</param>
/// <param name="Cursor">Where to go on: after this page, or next time when it is the last. Opaque; kept across restarts.</param>
/// <param name="IsLast">True for the last page.</param>
public sealed record ChangePage(IReadOnlyList<Record> Records, IReadOnlyList<Guid> DeletedIds, string Cursor, bool IsLast);
