using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>A page of the source that a pass has to process.</summary>
/// <param name="Records">Records that are new or changed.</param>
/// <param name="GoneIds">Ids of records that are gone.</param>
/// <param name="Progress">How far reading has come once the page is settled.</param>
internal sealed record SourcePage(IReadOnlyList<Record> Records, IReadOnlyList<Guid> GoneIds, PageProgress Progress);
