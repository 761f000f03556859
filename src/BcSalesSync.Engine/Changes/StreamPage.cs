using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>One page of a source's changes.</summary>
/// <param name="Records">Records that are new or changed and pass the filter.</param>
/// <param name="GoneIds">Ids of records that are gone.</param>
/// <param name="Cursor">Where to go on after this page; null when reading has not come any further.</param>
/// <param name="IsLast">True for the last page.</param>
internal sealed record StreamPage(IReadOnlyList<Record> Records, IReadOnlyList<Guid> GoneIds, string? Cursor, bool IsLast);
