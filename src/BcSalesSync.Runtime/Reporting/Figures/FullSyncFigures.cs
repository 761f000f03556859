using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>The current or last full synchronisation.</summary>
/// <param name="Lines">Its review; empty before the first.</param>
/// <param name="Jobs">Its jobs, oldest first.</param>
internal sealed record FullSyncFigures(IReadOnlyList<BcFullSyncLine> Lines, IReadOnlyList<BcSyncJob> Jobs);
