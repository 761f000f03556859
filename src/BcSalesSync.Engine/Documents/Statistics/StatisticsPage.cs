using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>A page of customers that is settled and saved.</summary>
/// <param name="Job">The job with the page's counts.</param>
/// <param name="Results">What happened to the customers.</param>
internal sealed record StatisticsPage(BcSyncJob Job, IReadOnlyList<BcStatisticsResult> Results);
