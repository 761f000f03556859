using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>One page of an answer.</summary>
/// <param name="Records">Its rows.</param>
/// <param name="DeletedIds">Ids in marks of deleted rows.</param>
/// <param name="NextLink">Where the next page is; null on the last one.</param>
/// <param name="DeltaLink">Where the next change read starts; null when there is none.</param>
/// <param name="Count">Total the service counted; null when it was not asked to.</param>
internal sealed record RowPage(
    IReadOnlyList<Record> Records, IReadOnlyList<Guid> DeletedIds, string? NextLink, string? DeltaLink, int? Count);
