using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Documents;

/// <summary>A page of a job that is settled and saved.</summary>
/// <param name="Job">The job with the page's counts.</param>
/// <param name="Results">What happened to the records of the page.</param>
/// <typeparam name="TResult">What is told of each.</typeparam>
internal sealed record JobPage<TResult>(BcSyncJob Job, IReadOnlyList<TResult> Results);
