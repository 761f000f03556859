using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs.Now;

/// <summary>Records that were named for a pass.</summary>
/// <param name="Ids">Ids on the source side.</param>
/// <param name="Refused">What was named but cannot be taken, as results for the person.</param>
internal sealed record SelectedSources(IReadOnlyCollection<Guid> Ids, IReadOnlyList<BcSyncResult> Refused);
