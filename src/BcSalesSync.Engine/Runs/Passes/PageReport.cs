using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>A page that is settled and saved.</summary>
/// <param name="Job">The job with the page's counts.</param>
/// <param name="Results">What happened to the records.</param>
/// <param name="Read">Records looked at in this page.</param>
internal sealed record PageReport(BcSyncJob Job, IReadOnlyList<BcSyncResult> Results, int Read);
